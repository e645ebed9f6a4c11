/**
 * What a file really is, by its content: the name and what a browser says of it are not believed. Only kinds of a short
 * list are known; what could run or be drawn as a page (HTML, SVG, programs, macros) is none of them.
 */
import type { FileType } from "./answer-files";

const ascii = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** Brands of HEIC pictures in an ISO media file. */
const heicBrands = new Set(["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"]);

function imageType(bytes: Uint8Array): FileType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "image/jpeg";
  if (ascii(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return "image/png";
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return "image/gif";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 4) === "WEBP") return "image/webp";
  if (ascii(bytes, 4, 4) === "ftyp" && heicBrands.has(ascii(bytes, 8, 4))) return "image/heic";
  return null;
}

/** Names of what a ZIP archive holds, by its list at the end; empty where there is no such list. */
function namesInZip(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const earliest = Math.max(0, end - 65_535);
  while (end >= earliest && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < earliest || end < 0) return [];
  const names: string[] = [];
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count && at + 46 <= bytes.length; n++) {
    if (view.getUint32(at, true) !== 0x02014b50) return [];
    const length = view.getUint16(at + 28, true);
    names.push(ascii(bytes, at + 46, Math.min(length, 200)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** A document of an office program: a ZIP archive with its parts, and without macros or programs inside. */
function zippedType(bytes: Uint8Array): FileType | null {
  if (ascii(bytes, 0, 4) !== "PK\x03\x04") return null;
  const names = namesInZip(bytes);
  if (!names.includes("[Content_Types].xml")) return null;
  if (names.some((name) => /vbaProject|\.(exe|dll|js|vbs|bat|cmd|html?|svg|jar|class)$/i.test(name)))
    return null;
  if (names.includes("word/document.xml"))
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  if (names.includes("xl/workbook.xml"))
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  if (names.includes("ppt/presentation.xml"))
    return "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  return null;
}

function indexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return at;
  return -1;
}

const wide = (text: string) => [...text].flatMap((sign) => [sign.charCodeAt(0), 0]);
const holds = (bytes: Uint8Array, name: string) => indexOf(bytes, wide(name)) >= 0;

/** A document of an older office program: the container holds its stream, and no macros. Installers look alike. */
function containerType(bytes: Uint8Array): FileType | null {
  if (ascii(bytes, 0, 8) !== "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") return null;
  if (["_VBA_PROJECT", "Macros", "Ole10Native"].some((name) => holds(bytes, name))) return null;
  if (holds(bytes, "WordDocument")) return "application/msword";
  if (holds(bytes, "Workbook\0") || holds(bytes, "Book\0")) return "application/vnd.ms-excel";
  return holds(bytes, "PowerPoint Document") ? "application/vnd.ms-powerpoint" : null;
}

/** What begins a page, a picture that runs, or a script. */
const marked =
  /^\s*(<[a-z!?/]|#!|%!PS|\{\\rtf)|<\s*(!doctype|\?xml|html|head|body|script|svg|iframe|object|embed|meta|link|form|img)\b/i;

const textIn = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Plain text: UTF-8 or the usual Chinese encoding, without control characters and without anything that is markup. */
function textType(bytes: Uint8Array, name: string): FileType | null {
  const text = textIn(bytes, "utf-8") ?? textIn(bytes, "gb18030");
  if (text === null || text.trim() === "") return null;
  if (/(?![\n\r\t\f])\p{Cc}/u.test(text) || marked.test(text)) return null;
  return /\.csv$/i.test(name) ? "text/csv" : "text/plain";
}

/** The kind of a file by its content, or null when it is none that is ever taken. The name only tells CSV from text. */
export function fileTypeOf(bytes: Uint8Array, name: string): FileType | null {
  if (bytes.length === 0) return null;
  const pdf = ascii(bytes, 0, 5) === "%PDF-" ? ("application/pdf" as const) : null;
  return imageType(bytes) ?? pdf ?? zippedType(bytes) ?? containerType(bytes) ?? textType(bytes, name);
}
