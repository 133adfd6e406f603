/** What the page's security policy asks of a style that a script makes. */

/** The nonce that came with this page; "" where it has none, and then no policy that asks for one. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}
