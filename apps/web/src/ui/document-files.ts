/** Files and an open document: what is dropped and pasted onto it, and the commands that open and export. */

import type { Editor } from "../editor/editor.ts";
import { onceShown } from "../editor/once-shown.ts";
import { registerCommands } from "../state/commands.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { toast } from "../state/toasts.ts";
import { withRest, words } from "../words/words.ts";
import { catchFiles } from "./file-drop.ts";
import type { OpenPage } from "./open-files.tsx";
import { printSourceFromMenu } from "./print-source.ts";

/** Until it is stopped. */
export function documentFiles(opened: OpenDocument, { view }: Editor): () => void {
  const page: OpenPage = {
    get mayInsert() {
      return opened.mayWrite.peek();
    },
    insert(text) {
      view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true, userEvent: "input.drop" });
      view.focus();
    },
  };
  const stopCatching = catchFiles((files, at) => {
    // Where they were dropped is where they would be inserted; the caret waits there, while others write.
    const position = at === null ? null : view.posAtCoords(at);
    if (position !== null) view.dispatch({ selection: { anchor: position } });
    withRest(() => import("./open-files.tsx")).then(
      ({ openFiles }) => openFiles(files, page),
      () => toast(words().app.partMissing), // Without a network; the files are still where they were.
    );
  });
  let unregister = (): void => undefined;
  const stopLoading = onceShown(
    () => withRest(() => import("./file-commands.ts")),
    ({ fileCommands }) => {
      unregister = registerCommands(fileCommands(opened, view, page), 1);
    },
  );
  const stopPrinting = printSourceFromMenu(() => view.state.doc.toString());
  return () => {
    stopPrinting();
    stopCatching();
    stopLoading();
    unregister();
  };
}
