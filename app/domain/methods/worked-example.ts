import type { LocalText } from "../language";
import { type Outcome, value } from "../outcome";
import type { ExampleFormat, ExampleLine } from "./method";

/** A text in both languages. */
export const both = (chinese: string, english: string): LocalText => ({ "zh-CN": chinese, en: english });

/** Whole numbers side by side; as bare figures two would read as the ends of an interval. */
export const sideBySide = (figures: readonly number[]): LocalText => {
  const written = figures.join(" · ");
  return both(written, written);
};

/** One line of a worked example; a figure without a value leaves its line out. */
export function line(
  label: LocalText,
  format: ExampleFormat,
  figure: ExampleLine["value"] | Outcome<ExampleLine["value"]>,
): ExampleLine[] {
  if (typeof figure !== "object" || !("ok" in figure)) return [{ label, format, value: figure }];
  return figure.ok ? [{ label, format, value: figure.value }] : [];
}

/** The lines of an example, read from what the method gives; no value stays no value. */
export function worked<T>(
  outcome: Outcome<T>,
  lines: (given: T) => readonly ExampleLine[][],
): Outcome<readonly ExampleLine[]> {
  return outcome.ok ? value(lines(outcome.value).flat()) : outcome;
}
