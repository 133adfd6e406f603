/** The line between the text and what stands beside it, which can be moved by mouse, finger and keyboard. */

import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { readStored, writeStored } from "../state/stored.ts";

const key = "samepage:text-share";
const least = 25;
const most = 75;
const step = 5;

/** The text's share of the width, in percent, as it was left on this device. */
function storedShare(): number {
  const stored = readStored(key);
  return typeof stored === "number" && stored >= least && stored <= most ? stored : 50;
}

export function PanelDivider({ panel, name }: { panel: RefObject<HTMLElement | null>; name: string }) {
  const share = useSignal(storedShare());
  useLayoutEffect(() => {
    panel.current?.style.setProperty("--panel-share", `${100 - share.value}%`);
  }, [share.value]);
  const move = (percent: number): void => {
    share.value = Math.round(Math.min(most, Math.max(least, percent)));
  };
  const keep = (): void => void writeStored(key, share.value);
  const set = (percent: number): void => {
    move(percent);
    keep();
  };
  const follow = (event: PointerEvent): void => {
    const divider = event.currentTarget;
    if (!(divider instanceof HTMLElement) || !divider.hasPointerCapture(event.pointerId)) return;
    const box = panel.current?.parentElement?.getBoundingClientRect();
    if (box === undefined) return;
    const isRightToLeft = getComputedStyle(divider).direction === "rtl";
    const width = isRightToLeft ? box.right - event.clientX : event.clientX - box.left;
    move((width / box.width) * 100);
  };
  const press = (event: KeyboardEvent): void => {
    const forward = getComputedStyle(document.documentElement).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const to = { [forward]: share.value + step, [backward]: share.value - step, Home: least, End: most }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    set(to);
  };
  return (
    <hr
      class="divider"
      aria-orientation="vertical"
      aria-label={name}
      aria-valuenow={share.value}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={follow}
      onLostPointerCapture={keep}
      onDblClick={() => set(50)}
    />
  );
}
