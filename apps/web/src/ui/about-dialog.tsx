/** About this document: how much it is, who is here, where it is kept, its address. */

import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { askStorage, type Storage, sizeOf } from "../state/about.ts";
import { sharedAddress } from "../state/credentials.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { formatLocale, rest } from "../words/words.ts";
import { ShellDialog } from "./shell-dialog.tsx";

/** `bytes` as the language writes them: `12 kB`. */
function bytesInWords(bytes: number, locale: string): string {
  const isLarge = bytes >= 1_000_000;
  const unit = isLarge ? "megabyte" : "kilobyte";
  const format = new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: isLarge ? 1 : 0 });
  return format.format(bytes / (isLarge ? 1_000_000 : 1_000));
}

export function AboutDialog({ opened }: { opened: OpenDocument }) {
  const { connection, people, facts, name } = opened;
  const id = connection.documentId;
  const { about } = rest();
  const storage = useSignal<Storage | null>(null);
  const size = useMemo(() => sizeOf(connection.text.toString()), []);
  useEffect(() => {
    void askStorage(id).then((answer) => {
      storage.value = answer;
    });
  }, [id]);

  const dates = new Intl.DateTimeFormat(formatLocale(), { dateStyle: "long", timeStyle: "short" });
  const { value } = storage;
  const fromServer = (said: string | undefined): string => {
    if (said !== undefined) return said;
    return value === null ? about.asking : about.unknown;
  };
  const words = facts.value?.words ?? null;
  return (
    <ShellDialog name="about" label={about.name}>
      <p class="about-name" dir="auto">
        {name}
      </p>
      <dl class="facts">
        <dt>{about.size}</dt>
        <dd>
          <ul>
            <li>{about.characters(size.characters)}</li>
            {words !== null && <li>{about.words(words)}</li>}
            <li>{about.lines(size.lines)}</li>
            <li>{about.bytes(size.bytes)}</li>
          </ul>
        </dd>
        <dt>{about.people}</dt>
        <dd>
          <ul>
            {people.value.map((person) => (
              <li key={person.key} dir="auto">
                {person.name}
              </li>
            ))}
          </ul>
        </dd>
        <dt>{about.created}</dt>
        <dd>{fromServer(value?.created ? dates.format(value.created) : undefined)}</dd>
        <dt>{about.changed}</dt>
        <dd>{fromServer(value?.updated ? dates.format(value.updated) : undefined)}</dd>
        <dt>{about.onServer}</dt>
        <dd>
          {fromServer(value?.storedBytes ? about.stored(bytesInWords(value.storedBytes, formatLocale())) : undefined)}
        </dd>
        <dt>{about.onDevice}</dt>
        <dd>{value === null ? about.asking : value.isKeptHere ? about.kept : about.notKept}</dd>
        <dt>{about.address}</dt>
        <dd class="about-address">{sharedAddress(id)}</dd>
      </dl>
    </ShellDialog>
  );
}
