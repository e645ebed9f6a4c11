import type { ExampleFormat } from "~/domain/methods/method";
import type { Format } from "~/i18n/format";
import type { Texts } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";
import type { ExampleValue } from "./view";

/** The examples are of the Chinese market. */
const currency = "CNY";
/** A smaller p-value says no more than that it is small. */
const smallestP = 0.001;
/** From here on three digits say enough of an amount. */
const large = 1_000_000;

type Words = Texts<"methods">["example"];

const writeOne = (format: Format, words: Words, kind: ExampleFormat, n: number): string => {
  switch (kind) {
    case "share":
      return format.percent(n, 1);
    case "integer":
      return format.number(n, 0);
    case "money":
      return format.money(n, currency, Math.abs(n) < large ? "full" : "compact");
    case "points":
      return format.number(n);
    case "p-value":
      return n < smallestP ? words.tiny : format.number(n, 3);
    case "number":
      return format.number(n, Math.abs(n) < 100 ? 3 : 1);
  }
};

/** A figure as it is read, two as the ends of an interval, more as a list; words as they are. */
export function writeExample(format: Format, words: Words, kind: ExampleFormat, value: ExampleValue): string {
  if (typeof value === "string") return value;
  const written = value.map((n) => writeOne(format, words, kind, n));
  const [low, high, ...more] = written;
  const isInterval = low !== undefined && high !== undefined && more.length === 0;
  const figures = isInterval ? words.range({ low, high }) : written.join(" · ");
  return kind === "points" ? words.points({ n: figures }) : figures;
}

export function useExampleFormat() {
  const format = useFormat();
  const words = useText("methods").example;
  return (kind: ExampleFormat, value: ExampleValue) => writeExample(format, words, kind, value);
}
