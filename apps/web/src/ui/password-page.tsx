/** Asks for the password of a link. */

import "./plain-page.css";
import "./password-page.css";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { unlockLink } from "../state/unlocking.ts";
import { rest, words } from "../words/words.ts";
import { PlainHead } from "./plain-head.tsx";

export function PasswordPage({ id, onUnlocked }: { id: string; onUnlocked: () => void }) {
  const fault = useSignal("");
  const isAsking = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  const open = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const password = input.current?.value ?? "";
    if (isAsking.value) return;
    isAsking.value = true;
    fault.value = password === "" ? rest().doors.passwordFirst : await unlockLink(id, password);
    isAsking.value = false;
    if (fault.value === "") onUnlocked();
    else input.current?.select();
  };
  const { doors } = rest();
  return (
    <main class="plain">
      <PlainHead title={doors.passwordTitle} takesFocus={false} />
      <p class="lead">{doors.passwordLead}</p>
      <form class="password" onSubmit={open}>
        <label for="password">{doors.password}</label>
        <input
          ref={input}
          id="password"
          type="password"
          autocomplete="current-password"
          aria-invalid={fault.value !== ""}
          aria-describedby="password-fault"
        />
        <button type="submit" class="primary">
          {isAsking.value ? words().app.opening : doors.open}
        </button>
        <p id="password-fault" class="fault" role="alert">
          {fault}
        </p>
      </form>
    </main>
  );
}
