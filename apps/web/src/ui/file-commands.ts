/** Opening and exporting by name. Loaded on demand; what each does is loaded when it is first done. */

import type { EditorView } from "@codemirror/view";
import type { Command } from "../state/commands.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { toast } from "../state/toasts.ts";
import { rest, words } from "../words/words.ts";
import { downloadText } from "./download-text.ts";
import { chooseFiles, type OpenPage } from "./open-files.tsx";

const loadExports = () => import("./exports.ts");

/** For the document `opened`, whose text is in `view`. */
export function fileCommands(opened: OpenDocument, view: EditorView, page: OpenPage): readonly Command[] {
  const exporting =
    (run: (exports: Awaited<ReturnType<typeof loadExports>>) => Promise<void>) => async (): Promise<void> => {
      try {
        await run(await loadExports());
      } catch (error) {
        // Most of it is drawn by parts that are loaded; without a network they may not be there.
        console.warn("could not export", error);
        toast(rest().files.notMade);
      }
    };
  return [
    {
      id: "open-file",
      label: () => rest().files.openFile,
      section: "document",
      key: "Mod-o",
      isGlobal: true,
      run: () => chooseFiles(page),
    },
    {
      id: "export-source",
      label: () => words().more.download,
      section: "document",
      run: () => downloadText(opened),
    },
    {
      id: "export-markdown",
      label: () => rest().files.exportMarkdown,
      section: "document",
      // As the file that it is, it is that already.
      isAvailable: () => opened.language.value !== "markdown",
      run: exporting(({ exportMarkdown }) => exportMarkdown(opened)),
    },
    {
      id: "export-text",
      label: () => rest().files.exportText,
      section: "document",
      run: exporting(({ exportText }) => exportText(opened)),
    },
    {
      id: "export-html",
      label: () => rest().files.exportHtml,
      section: "document",
      run: exporting(({ exportHtml }) => exportHtml(opened)),
    },
    {
      id: "print",
      label: () => rest().files.print,
      section: "document",
      key: "Mod-p",
      isGlobal: true,
      run: exporting(({ printDocument }) => printDocument(opened)),
    },
    {
      id: "copy-rich-text",
      label: () => rest().files.copyRichText,
      section: "document",
      run: exporting(({ copyRichText }) => copyRichText(opened, view)),
    },
  ];
}
