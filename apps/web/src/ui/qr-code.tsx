/** An address as a QR code, for the camera of another device. */

import { encode } from "uqr";
import { rest } from "../words/words.ts";

/** Light modules around the code, without which some cameras do not find it. */
const quietModules = 4;

export function QrCode({ address }: { address: string }) {
  const { data, size } = encode(address, { border: quietModules });
  const modules = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={rest().sharing.qrCodeOfAddress}>
      <path d={modules.join("")} />
    </svg>
  );
}
