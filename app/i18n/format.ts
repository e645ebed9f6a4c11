/**
 * Figures, dates and lists in the reader's language, through Intl alone. Nothing here is random or
 * reads the clock, so that server and browser write the same text.
 */
import type { Language } from "~/domain/language";

/** How a figure is written: a share as per cent, money in a currency, a plain number. */
export type Unit = "percent" | "number" | { currency: string; compact?: boolean };
export type Interval = readonly [low: number, high: number];

/** What stands where a number is not one. */
const dash = "–";

const wholeNumber = new Intl.NumberFormat("en");

/** A count with its thousands grouped: the same in both languages. */
export const grouped = (n: number) => wholeNumber.format(n);

/** Bytes as people say them: "340 KB", "2.5 MB"; the same in both languages. */
export const fileSize = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${Number((bytes / 1024 / 1024).toFixed(1))} MB`;

/** English count with its noun: `plural(1, "answer", "answers")` is "1 answer", 1204 is "1,204 answers". */
export const plural = (n: number, one: string, other: string) => `${grouped(n)} ${n === 1 ? one : other}`;

/**
 * The digits of a share and its interval beside a threshold: one more where rounding would set an end on the threshold
 * that it does not lie on, so that "above 40%" does not stand beside "40–60%".
 */
export const digitsBeside = (threshold: number | undefined, ends: readonly number[]): number | undefined =>
  threshold !== undefined &&
  ends.some((end) => end !== threshold && Math.round(100 * end) === Math.round(100 * threshold))
    ? 1
    : undefined;

const makeFormat = (language: Language, timeZone: string) => {
  const chinese = language === "zh-CN";
  const numbers = new Map<string, Intl.NumberFormat>();
  const written = (n: number, options: Intl.NumberFormatOptions) => {
    if (!Number.isFinite(n)) return dash;
    const key = JSON.stringify(options);
    const known =
      numbers.get(key) ?? new Intl.NumberFormat(language, { signDisplay: "negative", ...options });
    numbers.set(key, known);
    return known.format(n);
  };
  const day = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone });
  const minute = new Intl.DateTimeFormat(language, {
    ...{ year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" },
    hourCycle: "h23",
    timeZone,
  });
  const words = new Intl.ListFormat(language, { type: "conjunction" });
  const collator = new Intl.Collator(language, { numeric: true });

  const number = (n: number, digits = 1) => written(n, { maximumFractionDigits: digits });
  const percent = (share: number, digits = 0) =>
    written(share, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits });
  /** A number cut to thousands, millions, 万 or 亿, as an axis or a headline wants it. */
  const compact = (n: number) => written(n, { notation: "compact", maximumSignificantDigits: 3 });
  const money = (amount: number, currency: string, style: "full" | "compact" = "full") =>
    written(amount, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      ...(style === "compact"
        ? { notation: "compact" as const, maximumSignificantDigits: 3 }
        : { minimumFractionDigits: 0, maximumFractionDigits: 2 }),
    });
  const figure = (n: number, unit: Unit = "percent", digits?: number) => {
    if (unit === "percent") return percent(n, digits);
    // Where the places are said, all are shown: figures under one another are compared by their length.
    if (unit === "number" && digits !== undefined)
      return written(n, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    return unit === "number" ? number(n) : money(n, unit.currency, unit.compact ? "compact" : "full");
  };
  /** "27–51%", in Chinese "27%～51%"; with a negative end in words, since a dash would read as a minus. */
  const range = ([low, high]: Interval, unit: Unit = "percent", digits?: number) => {
    const ends = [figure(low, unit, digits), figure(high, unit, digits)] as const;
    if (low < 0 || high < 0) return ends.join(chinese ? " 至 " : " to ");
    if (chinese) return ends.join("～");
    return unit === "percent" ? `${ends[0].replace(/%$/, "")}–${ends[1]}` : ends.join("–");
  };
  /** "38% (27–51%), n = 52". */
  const interval = (
    n: number,
    ends: Interval,
    { unit = "percent", digits, count }: { unit?: Unit; digits?: number; count?: number } = {},
  ) => {
    const [open, close, comma] = chinese ? ["（", "）", "，"] : [" (", ")", ", "];
    const counted = count === undefined ? "" : `${comma}n = ${grouped(count)}`;
    return `${figure(n, unit, digits)}${open}${range(ends, unit, digits)}${close}${counted}`;
  };

  return {
    language,
    number,
    percent,
    compact,
    money,
    figure,
    range,
    interval,
    /** Instants are epoch milliseconds, shown in the time zone of the installation. */
    date: (instant: number) => (Number.isFinite(instant) ? day.format(instant) : dash),
    dateTime: (instant: number) => (Number.isFinite(instant) ? minute.format(instant) : dash),
    /** "a, b, and c" or "a、b和c". */
    list: (items: readonly string[]) => words.format(items),
    /** For sorting what people read. */
    compare: (a: string, b: string) => collator.compare(a, b),
  };
};

export type Format = ReturnType<typeof makeFormat>;

const made = new Map<string, Format>();

/** The formatters of a language; instants are shown in `timeZone`. */
export function formatOf(language: Language, timeZone = "UTC"): Format {
  const key = `${language} ${timeZone}`;
  const format = made.get(key) ?? makeFormat(language, timeZone);
  made.set(key, format);
  return format;
}
