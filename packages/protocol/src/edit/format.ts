/** The bytes of Yjs updates (encoding v1), as far as a flat text uses them. After yjs/src/structs/Item.js. */

/** The name of the one root, `doc.getText(rootName)`. Part of the wire: stock clients name it too. */
export const rootName = "text";

/** The lower five bits of an item's first byte: what it holds. */
export const contentBits = 0b0001_1111;
export const deletedContent = 1;
export const stringContent = 4;
export const gcStruct = 0;
export const skipStruct = 10;

/** The upper three bits: what else is written of the item. */
export const hasOrigin = 0b1000_0000;
export const hasRightOrigin = 0b0100_0000;
export const hasMapKey = 0b0010_0000;

/** How the parent of an item without neighbours is written: a root by its name, anything else by an id. */
export const parentIsRoot = 1;
