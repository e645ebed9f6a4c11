/** Small real files, and some that say they are what they are not. */
import { strToU8, zipSync } from "fflate";

const text = (words: string) => new Uint8Array(Buffer.from(words, "utf8"));
const wide = (words: string) => Buffer.from(words, "utf16le");
const container = Buffer.from("d0cf11e0a1b11ae1", "hex");

export const png = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "base64",
  ),
);
export const pdf = text("%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n");

const office = (part: string, more: Record<string, string> = {}) =>
  zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    [part]: strToU8("<document/>"),
    ...Object.fromEntries(Object.entries(more).map(([name, words]) => [name, strToU8(words)])),
  });

/** Name, content and the media type it is taken for. */
export const goodFiles: [name: string, bytes: Uint8Array, type: string][] = [
  ["photo.png", png, "image/png"],
  ["photo.jpg", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]), "image/jpeg"],
  ["moving.gif", text("GIF89a\u0001"), "image/gif"],
  ["photo.webp", text("RIFF\u0001\u0001\u0001\u0001WEBPVP8 "), "image/webp"],
  ["photo.heic", text("\u0001\u0001\u0001\u0018ftypheic"), "image/heic"],
  ["offer.pdf", pdf, "application/pdf"],
  [
    "offer.docx",
    office("word/document.xml"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ],
  [
    "prices.xlsx",
    office("xl/workbook.xml"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ],
  [
    "talk.pptx",
    office("ppt/presentation.xml"),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  ],
  ["offer.doc", new Uint8Array(Buffer.concat([container, wide("WordDocument")])), "application/msword"],
  ["prices.xls", new Uint8Array(Buffer.concat([container, wide("Workbook\0")])), "application/vnd.ms-excel"],
  [
    "talk.ppt",
    new Uint8Array(Buffer.concat([container, wide("PowerPoint Document")])),
    "application/vnd.ms-powerpoint",
  ],
  ["报价.csv", text("产品,价格\n甲,< 100\n"), "text/csv"],
  ["notes.txt", new Uint8Array(Buffer.from("d6d0cec4", "hex")), "text/plain"],
];

export const hostileFiles: [name: string, bytes: Uint8Array][] = [
  ["page.html", text("<!doctype html><script>alert(1)</script>")],
  ["page.txt", text("hello\n<script>alert(1)</script>")],
  ["page.csv", text("a,b\n<img src=x onerror=alert(1)>,2")],
  ["picture.png", text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ["picture.svg", text('\uFEFF<?xml version="1.0"?><svg/>')],
  ["tool.pdf", new Uint8Array(Buffer.from("4d5a900003000000", "hex"))],
  ["tool.jpg", new Uint8Array(Buffer.from("7f454c4602010100", "hex"))],
  ["run.txt", text("#!/bin/sh\nrm -rf /")],
  ["letter.docx", office("word/document.xml", { "word/vbaProject.bin": "macro" })],
  ["letter.docx", office("word/document.xml", { "word/embeddings/run.exe": "MZ" })],
  ["archive.docx", zipSync({ "run.exe": strToU8("MZ") })],
  ["broken.docx", text("PK\u0003\u0004 and no list of what is inside")],
  ["setup.doc", new Uint8Array(Buffer.concat([container, wide("Property")]))],
  ["macro.doc", new Uint8Array(Buffer.concat([container, wide("WordDocument _VBA_PROJECT")]))],
  ["letter.rtf", text("{\\rtf1 {\\object\\objdata 0105}}")],
  ["empty.pdf", new Uint8Array()],
  ["zeroes.txt", text("a\u0000b")],
];
