/**
 * An SPSS system file (.sav), written by its published format: little-endian, UTF-8, uncompressed. Numeric variables
 * carry value labels and missing values; texts longer than 255 bytes are split into segments as SPSS does.
 *
 * Source: "System File Format", PSPP developer's guide, GNU.
 */
import type { Language } from "../../language";
import type { Coded, CodedData, Variable } from "./codebook";

const utf8 = new TextEncoder();
/** SPSS holds no longer string. */
const longestText = 32_767;
/** A segment takes 252 bytes of the declared width and holds 255 of the value. */
const chunk = 252;
const segmentWidth = 255;

/** Grows as it is written to. */
function makeWriter() {
  let bytes = new Uint8Array(1 << 16);
  let view = new DataView(bytes.buffer);
  let at = 0;
  const room = (more: number) => {
    if (at + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, at + more));
    larger.set(bytes);
    bytes = larger;
    view = new DataView(bytes.buffer);
  };
  return {
    int: (value: number) => {
      room(4);
      view.setInt32(at, value, true);
      at += 4;
    },
    double: (value: number) => {
      room(8);
      view.setFloat64(at, value, true);
      at += 8;
    },
    byte: (value: number) => {
      room(1);
      bytes[at++] = value;
    },
    /** Exactly `width` bytes, filled up with `pad`. */
    raw: (value: Uint8Array, width = value.length, pad = 0x20) => {
      room(width);
      bytes.fill(pad, at, at + width);
      bytes.set(value.subarray(0, width), at);
      at += width;
    },
    done: () => bytes.slice(0, at),
  };
}
type Writer = ReturnType<typeof makeWriter>;

/** The text in at most `most` bytes, no character cut apart. */
export function fitBytes(text: string, most: number): Uint8Array {
  const all = utf8.encode(text);
  if (all.length <= most) return all;
  let end = most;
  while (end > 0 && (all[end]! & 0xc0) === 0x80) end -= 1;
  return all.subarray(0, end);
}

const reserved = new Set(["ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"]);

/** Names that SPSS takes: letters, digits, dot and underscore, 64 bytes at most, each once whatever its case. */
export function savNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain =
      name
        .replace(/[^A-Za-z0-9._]/g, "_")
        .replace(/\.+$/, "")
        .replace(/^[^A-Za-z]/, "v$&") || "v";
    const base = (reserved.has(plain.toUpperCase()) ? `${plain}_` : plain).slice(0, 60);
    let unique = base;
    for (let n = 2; taken.has(unique.toUpperCase()); n += 1) unique = `${base}_${n}`;
    taken.add(unique.toUpperCase());
    return unique;
  });
}

type SavColumn = {
  variable: Variable;
  short: string;
  long: string;
  /** 0 for numbers, else the bytes of a text. */
  width: number;
};

const segmentsOf = (width: number): number[] => {
  if (width <= segmentWidth) return [width];
  const count = Math.ceil(width / chunk);
  return Array.from({ length: count }, (_, at) => (at < count - 1 ? segmentWidth : width - at * chunk));
};
const slotsOf = (width: number) => Math.ceil(width / 8);

function widthOf(variable: Variable, values: readonly Coded[]): number {
  if (variable.kind !== "text") return 0;
  let longest = 1;
  for (const value of values)
    if (value !== null) longest = Math.max(longest, utf8.encode(String(value)).length);
  return Math.min(longest, longestText);
}

const numeric = { plain: 5, string: 1, dateTime: 22 };
const format = (type: number, width: number, decimals: number) => (type << 16) | (width << 8) | decimals;

function writeVariable(out: Writer, column: SavColumn, language: Language): void {
  const { variable, short, width } = column;
  const label = fitBytes(variable.label[language], 255);
  const missing = variable.codes.filter((code) => code.missing).slice(0, 3);
  const decimals = variable.kind === "number" ? 2 : 0;
  const ofNumbers =
    variable.kind === "instant"
      ? format(numeric.dateTime, 20, 0)
      : format(numeric.plain, decimals ? 12 : 8, decimals);
  const segments = width === 0 ? [0] : segmentsOf(width);
  segments.forEach((own, segment) => {
    const written = width === 0 ? ofNumbers : format(numeric.string, Math.min(own, segmentWidth), 0);
    const head = segment === 0;
    out.int(2);
    out.int(own);
    out.int(head ? 1 : 0);
    out.int(head && width === 0 ? missing.length : 0);
    out.int(written);
    out.int(written);
    out.raw(utf8.encode(head ? short : segmentName(short, segment)), 8);
    if (head) {
      out.int(label.length);
      out.raw(label, Math.ceil(label.length / 4) * 4);
      if (width === 0) for (const { code } of missing) out.double(code);
    }
    for (let slot = 1; slot < slotsOf(own); slot += 1) {
      for (const value of [2, -1, 0, 0, 0, 0]) out.int(value);
      out.raw(utf8.encode(""), 8);
    }
  });
}

/** Short names are `V` and six digits or fewer; a segment's is told apart by its first letter. */
const segmentName = (short: string, segment: number) =>
  `S${short.slice(1)}_${segment.toString(36)}`.toUpperCase().slice(0, 8);

function writeValueLabels(out: Writer, columns: readonly SavColumn[], language: Language): void {
  let place = 1;
  for (const { variable, width } of columns) {
    if (width === 0 && variable.codes.length > 0) {
      out.int(3);
      out.int(variable.codes.length);
      for (const { code, text } of variable.codes) {
        const label = fitBytes(text[language], 120);
        out.double(code);
        out.byte(label.length);
        out.raw(label, Math.ceil((label.length + 1) / 8) * 8 - 1);
      }
      out.int(4);
      out.int(1);
      out.int(place);
    }
    place += width === 0 ? 1 : segmentsOf(width).reduce((sum, own) => sum + slotsOf(own), 0);
  }
}

function writeExtension(out: Writer, subtype: number, size: number, count: number): void {
  for (const value of [7, subtype, size, count]) out.int(value);
}

function writeText(out: Writer, subtype: number, text: string): void {
  const bytes = utf8.encode(text);
  writeExtension(out, subtype, 1, bytes.length);
  out.raw(bytes);
}

const levels = { nominal: 1, ordinal: 2, scale: 3 } as const;
/** What stands for a number that is not there. */
const systemMissing = -Number.MAX_VALUE;
/** SPSS counts seconds from the first day of the Gregorian calendar. */
const secondsBefore1970 = 12_219_379_200;

function writeExtensions(out: Writer, columns: readonly SavColumn[], cases: number): void {
  writeExtension(out, 3, 4, 8);
  for (const value of [1, 0, 0, -1, 1, 1, 2, 65_001]) out.int(value);
  writeExtension(out, 4, 8, 3);
  out.double(systemMissing);
  out.double(Number.MAX_VALUE);
  const lowest = new DataView(new ArrayBuffer(8));
  lowest.setBigUint64(0, 0xffeffffffffffffen);
  out.double(lowest.getFloat64(0));
  const shown = columns.flatMap(({ variable, width }) =>
    (width === 0 ? [0] : segmentsOf(width)).map((own) => ({ level: levels[variable.level], own })),
  );
  writeExtension(out, 11, 4, 3 * shown.length);
  for (const { level, own } of shown) {
    out.int(level);
    out.int(own === 0 ? 10 : Math.min(own, 40));
    out.int(own === 0 ? 1 : 0);
  }
  writeText(out, 13, columns.map(({ short, long }) => `${short}=${long}`).join("\t"));
  const veryLong = columns.filter(({ width }) => width > segmentWidth);
  if (veryLong.length > 0)
    writeText(
      out,
      14,
      veryLong.map(({ short, width }) => `${short}=${String(width).padStart(5, "0")}\0\t`).join(""),
    );
  writeExtension(out, 16, 8, 2);
  for (const value of [1, 0, cases, 0]) out.int(value);
  writeText(out, 20, "UTF-8");
  out.int(999);
  out.int(0);
}

const emptyBytes = new Uint8Array(0);

function writeCase(out: Writer, columns: readonly SavColumn[], row: readonly Coded[]): void {
  columns.forEach(({ variable, width }, at) => {
    const value = row[at] ?? null;
    if (width === 0) {
      const number = typeof value === "number" ? value : systemMissing;
      out.double(variable.kind === "instant" && value !== null ? number / 1000 + secondsBefore1970 : number);
      return;
    }
    const bytes = value === null ? emptyBytes : fitBytes(String(value), width);
    segmentsOf(width).forEach((own, segment) => {
      const part = bytes.subarray(segment * segmentWidth, (segment + 1) * segmentWidth);
      out.raw(part, slotsOf(own) * 8);
    });
  });
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (n: number) => String(n).padStart(2, "0");

/**
 * The file's bytes. Labels are in `language`; `now` (epoch ms) is its creation time, in UTC. Labels, names and texts that
 * are longer than SPSS allows (255, 64 and 32 767 bytes) are cut between characters. Of a variable's missing values
 * the first three are declared, which is all the format holds.
 */
export function savFile(
  { variables, coded }: CodedData,
  { title, language, now }: { title: string; language: Language; now: number },
): Uint8Array {
  const longs = savNames(variables.map(({ name }) => name));
  const columns = variables.map(
    (variable, at): SavColumn => ({
      variable,
      short: `V${at + 1}`,
      long: longs[at]!,
      width: widthOf(
        variable,
        coded.map((row) => row[at] ?? null),
      ),
    }),
  );
  const slots = columns.reduce(
    (sum, { width }) =>
      sum + (width === 0 ? 1 : segmentsOf(width).reduce((all, own) => all + slotsOf(own), 0)),
    0,
  );
  const at = new Date(now);
  const out = makeWriter();
  out.raw(utf8.encode("$FL2"));
  out.raw(utf8.encode("@(#) SPSS DATA FILE - Trivista"), 60);
  for (const value of [2, slots, 0, 0, coded.length]) out.int(value);
  out.double(100);
  out.raw(
    utf8.encode(`${two(at.getUTCDate())} ${months[at.getUTCMonth()]} ${two(at.getUTCFullYear() % 100)}`),
    9,
  );
  out.raw(utf8.encode(`${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`), 8);
  out.raw(fitBytes(title, 64), 64);
  out.raw(emptyBytes, 3, 0);
  for (const column of columns) writeVariable(out, column, language);
  writeValueLabels(out, columns, language);
  writeExtensions(out, columns, coded.length);
  for (const row of coded) writeCase(out, columns, row);
  return out.done();
}
