/**
 * Has the app itself kept on this device, so that it opens without a network. A new version waits: it is offered, and
 * never put in the place of a page that is open. Knows no document.
 */

import { rest } from "../words/words.ts";
import { toast } from "./toasts.ts";

/** The script is asked for anew when somebody comes back to the page, and not more often than that, in milliseconds. */
const askAgainAfterMs = 60 * 60 * 1_000;

/** So long after the app is kept what is rarely used may come, too. */
const idleAfterMs = 3_000;

const script = "/service-worker.js";

/**
 * To be called once, when nobody waits for the page any more. Where the browser keeps nothing, as over plain HTTP or in
 * a private window, everything else works as ever.
 */
export async function keepApp(): Promise<void> {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (workers === undefined) return;
  try {
    await workers.register(trustedScript());
  } catch {
    return; // Not now: the server is away, or the browser does not want to. The next visit tries again.
  }
  const registration = await workers.getRegistration();
  if (registration === undefined) return;
  offerUpdates(registration);
  askForUpdates(registration);
  const { active } = await workers.ready;
  setTimeout(() => active?.postMessage({ kind: "idle", mayFetch: !savesData() }), idleAfterMs);
}

/** The page's policy lets nothing name a worker's script but this. */
function trustedScript(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("service-worker", { createScriptURL: () => script });
  return (policy?.createScriptURL("") ?? script) as string;
}

/** What there is of Trusted Types where a browser has them. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(input: string): string },
  ): { createScriptURL(input: string): unknown };
}

/** Says that a new version is there, once, when one is: it is used from when all pages are closed, or at a press. */
function offerUpdates(registration: ServiceWorkerRegistration): void {
  let isOffered = false;
  const offer = (): void => {
    // The first version of all updates nothing.
    if (isOffered || navigator.serviceWorker.controller === null) return;
    isOffered = true;
    const { newVersion, useNewVersion } = rest().offline;
    toast(newVersion, { label: useNewVersion, run: () => useUpdate(registration) });
  };
  const watch = (worker: ServiceWorker | null): void => {
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed") offer();
    });
  };
  if (registration.waiting !== null) offer();
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  // Somebody has put it to use from another page. This one goes on with the files that it has.
  const first = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (first !== null) offer();
  });
}

function useUpdate({ waiting }: ServiceWorkerRegistration): void {
  if (waiting === null) {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage({ kind: "take-over" });
}

function askForUpdates(registration: ServiceWorkerRegistration): void {
  let askedAt = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - askedAt < askAgainAfterMs) return;
    askedAt = Date.now();
    registration.update().catch(() => undefined); // Without a network there is nothing new.
  });
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
