/** The pictures of the preview's buttons, in the manner of `icons.tsx`; they come with the preview. */

import { Stroke } from "./icons.tsx";

/** One column: the preview alone. */
export const AloneIcon = () => (
  <Stroke size={14}>
    <path d="M2 3h12v10H2z" />
  </Stroke>
);

/** Two columns: text and preview. */
export const BesideIcon = () => (
  <Stroke size={14}>
    <path d="M2 3h12v10H2zM8 3v10" />
  </Stroke>
);
