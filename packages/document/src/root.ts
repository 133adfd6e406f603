/** The one shared type of a document: `doc.getText(rootName)`. Part of the wire: stock clients name it too. */
export const rootName = "text";
