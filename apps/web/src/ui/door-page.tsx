/** What stands in the place of a document that is not open to this person: which page says so, by the reason. */

import type { DenialReason } from "@samepage/protocol";
import { Later } from "./later.tsx";

/** `reopen` opens the document anew, with what this device has for it then. */
export function DoorPage({ id, denial, reopen }: { id: string; denial: DenialReason; reopen: () => void }) {
  const load = async () => {
    switch (denial) {
      case "no such document": {
        const { NotFoundPage } = await import("./not-found-page.tsx");
        return <NotFoundPage what="document" />;
      }
      case "password needed": {
        const { PasswordPage } = await import("./password-page.tsx");
        return <PasswordPage id={id} onUnlocked={reopen} />;
      }
      case "deleted": {
        const { DeletedPage } = await import("./deleted-page.tsx");
        return <DeletedPage id={id} onRestored={reopen} />;
      }
      default: {
        const { ClosedPage } = await import("./closed-page.tsx");
        return <ClosedPage denial={denial} onTryAgain={reopen} />;
      }
    }
  };
  return <Later load={load} />;
}
