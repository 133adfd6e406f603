/** Whom one follows: said for as long as it lasts, around the text and above it, with a way to stop. */

import type { ReadonlySignal } from "@preact/signals-core";
import type { Overview } from "../editor/overview.ts";
import { followed } from "../state/following.ts";
import type { Person } from "../state/people.ts";
import { rest } from "../words/words.ts";

export function FollowingBar(props: { people: ReadonlySignal<readonly Person[]>; overview: ReadonlySignal<Overview> }) {
  const { people, overview } = props;
  const person = people.value.find(({ key }) => key === followed.value);
  if (person === undefined) return null;
  const text = rest().people;
  return (
    <div class={`following hue-${person.hue}`} style={{ insetBlockStart: `${overview.value.top}px` }}>
      <div class="following-bar">
        <span>{text.following(person.name)}</span>
        <button
          type="button"
          aria-label={text.stopFollowing}
          onClick={() => {
            followed.value = null;
          }}
        >
          {text.stop}
        </button>
      </div>
    </div>
  );
}
