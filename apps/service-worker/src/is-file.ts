/** Whether an answer may be kept as a file of the app. Knows no cache. */

/**
 * Whether `response` is what this version has at `path`. What a proxy or a sign-in page answers in its place, and any
 * error, must not be kept: it would be shown until the next version.
 */
export async function isFile(path: string, response: Response, mark: string): Promise<boolean> {
  if (response.status !== 200 || response.redirected) return false;
  const isHtml = response.headers.get("content-type")?.startsWith("text/html") ?? false;
  if (path !== "/") return isHtml === path.endsWith(".html");
  return isHtml && (await response.clone().text()).includes(mark);
}
