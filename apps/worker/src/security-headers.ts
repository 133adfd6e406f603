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
 * HTML or code: the only policy (`trusted-types`) that there can be names the service worker's script, and makes nothing
 * else. Frames are named by `mayBeEmbedded` alone.
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
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${mayBeEmbedded ? "*" : "'none'"}`,
    "require-trusted-types-for 'script'",
    "trusted-types service-worker",
  ].join("; ");
}
