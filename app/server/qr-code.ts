/** A text as a QR code, drawn by the screen as one path. */
import { create, toBuffer } from "qrcode";

export type QrCode = { size: number; path: string };

/** `path` draws the dark squares in a box of `size` × `size` units, the quiet margin of four units included. */
export function qrCodeOf(text: string): QrCode {
  const margin = 4;
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  let path = "";
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++)
      if (modules.get(y, x)) path += `M${x + margin} ${y + margin}h1v1h-1z`;
  return { size: modules.size + 2 * margin, path };
}

/** The same as a picture, sharp on paper at the width of a hand. */
export const qrPngOf = (text: string): Promise<Buffer> =>
  toBuffer(text, { errorCorrectionLevel: "M", margin: 4, width: 1024 });
