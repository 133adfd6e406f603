/**
 * What the answers of this server tell a browser: what it may run, load, frame and send. Pure: knows no route, and asks
 * nobody. What Cloudflare sends without the worker has its own list in apps/web/public/_headers.
 */

/** For what is read by programs: opened as a page it can do nothing, and it is shown in nobody's frame. */
export const answerPolicy = "default-src 'none'; frame-ancestors 'none'";

/**
 * For the page's service worker, which has a policy of its own: it fetches this site's files, loads no script besides,
 * and makes none of a string.
 */
export const serviceWorkerPolicy = "default-src 'none'; connect-src 'self'; require-trusted-types-for 'script'";

/** Where it is; from there it answers for every address. */
export const serviceWorkerPath = "/service-worker.js";

/** What every answer carries. */
export const commonHeaders = {
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** A year. Subdomains are not ours to decide about. */
const onlyHttps = "max-age=31536000";

/** What every answer at `url` carries: over https also that the site is to be asked for over nothing else. */
export function headersOfAnswer(url: URL): Readonly<Record<string, string>> {
  return url.protocol === "https:" ? { ...commonHeaders, "strict-transport-security": onlyHttps } : commonHeaders;
}

/** What a browser offers to pages and this one does not use. Copying and pasting it does. */
const unusedFeatures = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-create",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

const permissionsPolicy = unusedFeatures.map((feature) => `${feature}=()`).join(", ");

/** The page as it is asked for at `url`. */
export interface PageRequest {
  readonly url: URL;
  /** What the styles that scripts make have to show; fresh for each answer. */
  readonly nonce: string;
  /** Whether pages of other sites may show it in a frame: the document's owner decides. */
  readonly mayBeEmbedded: boolean;
}

/** What the app's page carries besides. */
export function headersOfPage(page: PageRequest): Readonly<Record<string, string>> {
  return {
    "content-security-policy": contentSecurityPolicy(page),
    "permissions-policy": permissionsPolicy,
    ...(page.mayBeEmbedded ? {} : { "x-frame-options": "DENY" }),
  };
}

/**
 * Nothing but this site's own files and connections. Styles that scripts make need the nonce, and a string never becomes
 * HTML or code: the only policies (`trusted-types`) that there can be name the scripts of the service worker and of the
 * workers that render Markdown, run expressions and read rich text, and make nothing else. Frames are named by `mayBeEmbedded` alone.
 */
function contentSecurityPolicy({ url, nonce, mayBeEmbedded }: PageRequest): string {
  // Older browsers do not count `ws:` as 'self'.
  const socket = `${url.protocol === "https:" ? "wss" : "ws"}://${url.host}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `connect-src 'self' ${socket}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    // The preview: where a frame may be, it may also go.
    `frame-src ${url.origin}/preview/`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${mayBeEmbedded ? "*" : "'none'"}`,
    "require-trusted-types-for 'script'",
    "trusted-types service-worker preview-worker expression-worker rich-text-worker",
  ].join("; ");
}

/**
 * What the page carries that shows a document's preview at `url`. Whatever a text brings, and whatever got past its being
 * sanitised: it has an origin of its own (`sandbox`), runs this site's own scripts only, sends and asks for nothing, and
 * of the rest of the world shows pictures only. Libraries that draw write styles into the HTML. The dialog for printing
 * counts among `allow-modals`: the page gives that to the frame alone that is there to be printed.
 *
 * Pages of other sites may not show it unless they may show the document (`frame-ancestors` asks for all of them), and
 * then it shows what the document's page sends, and else nothing.
 */
export function headersOfPreview(url: URL): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "sandbox allow-scripts allow-modals",
    // By its address: 'self' would be its own origin, which is nobody's.
    `script-src ${url.origin}`,
    `style-src ${url.origin} 'unsafe-inline'`,
    "img-src https: http: data: blob:",
    `font-src ${url.origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors *",
    "require-trusted-types-for 'script'",
    "trusted-types default dompurify 'allow-duplicates'",
  ];
  return { "content-security-policy": policy.join("; "), "permissions-policy": permissionsPolicy };
}
