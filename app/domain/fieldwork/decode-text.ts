/** What a person may name where the guess is wrong; the names are those of the Encoding standard. */
export const textEncodings = ["utf-8", "gb18030", "big5", "utf-16le", "shift_jis", "windows-1252"] as const;
export type TextEncoding = (typeof textEncodings)[number];

/**
 * The text of a file whose encoding nobody says: a byte-order mark first, then UTF-16 by its zero bytes, then UTF-8
 * where every byte fits, else GB18030 (which reads GBK and GB2312 too), as Excel in China writes CSV. What
 * a person has `named` goes before all of it.
 */
export function decodeText(bytes: Uint8Array, named?: TextEncoding): { text: string; encoding: string } {
  const encoding = named ?? encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

const starts = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);

function encodingOf(bytes: Uint8Array): string {
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return "utf-8";
  if (starts(bytes, 0xff, 0xfe)) return "utf-16le";
  if (starts(bytes, 0xfe, 0xff)) return "utf-16be";
  const head = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++;
  });
  // The comma, the digits and the line ends of a table are ASCII: in UTF-16 one of their two bytes is zero.
  if (zeros[1]! > head.length / 20) return "utf-16le";
  if (zeros[0]! > head.length / 20) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "gb18030";
  }
}
