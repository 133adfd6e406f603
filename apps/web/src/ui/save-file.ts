/** Has the browser save a file that was made here. Knows not what is in it. */

/** Saves `content`, in UTF-8, under `name`. `type` is its MIME type. */
export function saveFile(name: string, content: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
