/** The few pictures of the page, drawn in one manner. All are decoration: words stand beside or behind them. */

import type { ComponentChildren } from "preact";

export function Stroke({ children, size }: { children: ComponentChildren; size: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" fill="none" aria-hidden="true">
      <path d="M6 3.5h8.6L19 8v12.5H6z" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round" />
      <path d="M10.2 9.5v8" stroke="var(--accent)" stroke-width="2.4" stroke-linecap="round" />
      <path d="M14.6 9.5v8" stroke="var(--p0)" stroke-width="2.4" stroke-linecap="round" />
    </svg>
  );
}

export const CheckIcon = () => (
  <Stroke size={14}>
    <path d="m3 8.5 3.2 3.2L13 4.8" />
  </Stroke>
);

export const DotsIcon = () => (
  <svg viewBox="0 0 24 24" width="18" height="18" fill="currentColor" aria-hidden="true">
    <circle cx="5" cy="12" r="1.7" />
    <circle cx="12" cy="12" r="1.7" />
    <circle cx="19" cy="12" r="1.7" />
  </svg>
);

export const PinIcon = () => (
  <Stroke size={14}>
    <path d="M5.5 2.5h5M6.2 2.5v4.2L4 9.2h8L9.8 6.7V2.5M8 9.2v4.6" />
  </Stroke>
);

export const PencilIcon = () => (
  <Stroke size={14}>
    <path d="m10.6 3 2.4 2.4-7.4 7.4-3 .6.6-3zM9 4.6 11.4 7" />
  </Stroke>
);

/** A ring that is filling: under way. */
export const UnderWayIcon = () => (
  <Stroke size={14}>
    <path d="M13.5 8A5.5 5.5 0 1 1 8 2.5" />
  </Stroke>
);

/** A cloud with a stroke through it: no connection. */
export const OfflineIcon = () => (
  <Stroke size={14}>
    <path d="M5 12.5h6.5a2.6 2.6 0 0 0 .4-5.1A4 4 0 0 0 4.6 6.6 3 3 0 0 0 5 12.5M2.5 2.5l11 11" />
  </Stroke>
);

/** A lock: what one sees here cannot be changed. */
export const LockIcon = () => (
  <Stroke size={14}>
    <path d="M3.8 7.2h8.4v6.3H3.8zM5.6 7.2V5a2.4 2.4 0 0 1 4.8 0v2.2" />
  </Stroke>
);

export const WarningIcon = () => (
  <Stroke size={14}>
    <path d="M8 2.5 14.2 13H1.8zM8 6.7v2.8M8 11.4v.1" />
  </Stroke>
);

export const CloseIcon = () => (
  <Stroke size={14}>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Stroke>
);

export const UpIcon = () => (
  <Stroke size={14}>
    <path d="M8 13V3.5M3.8 7.7 8 3.5l4.2 4.2" />
  </Stroke>
);

export const DownIcon = () => (
  <Stroke size={14}>
    <path d="M8 3v9.5M3.8 8.3 8 12.5l4.2-4.2" />
  </Stroke>
);
