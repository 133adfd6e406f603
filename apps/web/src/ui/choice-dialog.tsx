/** A list of which one is chosen, by pointing, by arrows, or by typing a part of its name. */

import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import "./choice-dialog.css";

interface Choice {
  readonly id: string;
  readonly label: string;
  /** Other words that find it. */
  readonly alsoFoundBy?: readonly string[];
  readonly isChosen: boolean;
}

interface Props {
  readonly title: string;
  readonly note?: string;
  readonly choices: readonly Choice[];
  /** For lists that are searched: what stands in the field, and what to say when nothing is found. */
  readonly search?: { readonly label: string; readonly none: string };
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

export function ChoiceDialog({ title, note, choices, search, onChoose, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const wanted = useSignal("");
  const prefix = useId();
  const found = choices.filter((choice) => isFoundBy(choice, wanted.value));
  const at = useSignal(
    Math.max(
      0,
      choices.findIndex(({ isChosen }) => isChosen),
    ),
  );
  const pointed = found[Math.min(at.value, found.length - 1)];
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    dialog.current?.querySelector(".is-pointed")?.scrollIntoView({ block: "nearest" });
  });
  const choose = (id: string): void => {
    onChoose(id);
    dialog.current?.close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = found.length - 1;
    const to = { ArrowDown: at.value + 1, ArrowUp: at.value - 1, Home: 0, End: last }[event.key];
    if (event.key === "Enter" && !event.isComposing && pointed !== undefined) choose(pointed.id);
    else if (to !== undefined) at.value = Math.min(Math.max(to, 0), last);
    else return;
    event.preventDefault();
  };
  const list = {
    "aria-activedescendant": pointed && `${prefix}${pointed.id}`,
    "aria-controls": `${prefix}list`,
    onKeyDown,
  };
  return (
    <dialog ref={dialog} class="choice" aria-label={title} closedby="any" onClose={onClose}>
      <div class="choice-body">
        {search === undefined ? (
          <h2>{title}</h2>
        ) : (
          <input
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-autocomplete="list"
            autocomplete="off"
            spellcheck={false}
            aria-label={search.label}
            placeholder={search.label}
            value={wanted}
            onInput={({ currentTarget }) => {
              wanted.value = currentTarget.value;
              at.value = 0;
            }}
            {...list}
          />
        )}
        {note !== undefined && <p>{note}</p>}
        <div
          id={`${prefix}list`}
          role="listbox"
          aria-label={title}
          {...(search === undefined ? { tabIndex: 0, autofocus: true, ...list } : { tabIndex: -1 })}
        >
          {found.map(({ id, label, isChosen }) => (
            // The focus stays in the box or on the list, which take the keys.
            <div
              key={id}
              id={`${prefix}${id}`}
              role="option"
              tabIndex={-1}
              aria-selected={isChosen}
              class={id === pointed?.id ? "is-pointed" : ""}
              onClick={() => choose(id)}
              onKeyDown={(event) => {
                if (event.key === "Enter") choose(id);
              }}
            >
              {/* C# is no #C, also where the page runs from the right. */}
              <bdi>{label}</bdi>
            </div>
          ))}
        </div>
        {found.length === 0 && <p role="status">{search?.none}</p>}
      </div>
    </dialog>
  );
}

function isFoundBy({ label, alsoFoundBy = [] }: Choice, wanted: string): boolean {
  const part = wanted.trim().toLowerCase().replace(/^\./, "");
  return label.toLowerCase().includes(part) || alsoFoundBy.some((word) => word.toLowerCase() === part);
}
