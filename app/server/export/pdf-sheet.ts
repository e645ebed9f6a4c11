/** Sheets of paper: fonts, the place one has come to, and text that flows from page to page. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { colours } from "./colours";

export type Paper = InstanceType<typeof PDFDocument>;
export type Face = "regular" | "bold";

const files: Record<Face, string> = {
  regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
};
const read = new Map<Face, Buffer>();

/** Ten megabytes a face: read once, and only the two that are used. */
function fontOf(face: Face): Buffer {
  const known = read.get(face) ?? readFileSync(createRequire(import.meta.url).resolve(files[face]));
  read.set(face, known);
  return known;
}

export const page = { width: 595.28, height: 841.89, left: 57, right: 57, top: 68, bottom: 62 };
export const column = page.width - page.left - page.right;
const floor = page.height - page.bottom;

export type Style = { size: number; face?: Face; colour?: string; gap?: number };

export type Sheet = ReturnType<typeof makeSheet>;

/** A new document; `y` is where the next thing begins. */
export function makeSheet({ title, language }: { title: string; language: string }) {
  const paper = new PDFDocument({
    size: "A4",
    margins: { top: page.top, bottom: 0, left: page.left, right: page.right },
    bufferPages: true,
    autoFirstPage: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: "Trivista" },
  });
  for (const face of ["regular", "bold"] as const) paper.registerFont(face, fontOf(face));
  const sheet = {
    paper,
    y: page.top,
    /** The chapter each page belongs to, for the running head. */
    heads: [""],
    chapter: "",
    newPage() {
      paper.addPage();
      sheet.heads.push(sheet.chapter);
      sheet.y = page.top;
    },
    /** Begins a new page unless so much room is left. */
    need(height: number) {
      if (sheet.y + height > floor && sheet.y > page.top) sheet.newPage();
    },
    room: () => floor - sheet.y,
    style({ size, face = "regular", colour = colours.ink }: Style) {
      paper.font(face).fontSize(size).fillColor(colour);
    },
    heightOf(text: string, style: Style, width = column): number {
      sheet.style(style);
      return paper.heightOfString(text, { width, lineGap: style.size * 0.18 });
    },
    /** A paragraph; a long one goes on over the page line by line, any other stays whole. */
    write(text: string, style: Style, { x = page.left, width = column } = {}) {
      const height = sheet.heightOf(text, style, width);
      if (height > floor - page.top) {
        for (const part of text.match(/[^\n。.!?！？]*[\n。.!?！？]?/g) ?? [])
          if (part) sheet.write(part, { ...style, gap: 0 }, { x, width });
        return;
      }
      sheet.need(height);
      sheet.style(style);
      paper.text(text, x, sheet.y, { width, lineGap: style.size * 0.18 });
      sheet.y += height + (style.gap ?? 4);
    },
    rule(colour: string = colours.line) {
      paper
        .moveTo(page.left, sheet.y)
        .lineTo(page.width - page.right, sheet.y)
        .lineWidth(0.6)
        .stroke(colour);
    },
  };
  return sheet;
}

/** The finished file; `numbered` is called for every page with its place and chapter, to set head and foot. */
export function finish(
  { paper, heads }: Sheet,
  numbered: (at: number, of: number, chapter: string) => void,
): Promise<Buffer> {
  const done = new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    paper.on("data", (chunk: Buffer) => chunks.push(chunk));
    paper.on("end", () => resolve(Buffer.concat(chunks)));
    paper.on("error", reject);
  });
  const { start, count } = paper.bufferedPageRange();
  for (let at = 0; at < count; at += 1) {
    paper.switchToPage(start + at);
    numbered(at + 1, count, heads[at] ?? "");
  }
  paper.end();
  return done;
}
