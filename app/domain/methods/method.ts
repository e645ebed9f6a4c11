/**
 * What the page "How is this computed?" says of one method. The worked example is computed by the
 * method itself each time the page is drawn, so that it cannot drift from the code.
 */
import type { LocalText } from "../language";
import type { Outcome } from "../outcome";

export const methodFamilies = [
  "pmf",
  "proportions",
  "clusters",
  "planning",
  "features",
  "price",
  "agreement",
  "competitors",
  "market",
  "quality",
  "text",
] as const;
export type MethodFamily = (typeof methodFamilies)[number];

/** How a number of an example is shown: a share as per cent, money with its currency, and so on. */
export type ExampleFormat = "number" | "integer" | "share" | "points" | "money" | "p-value";
/** One line of a worked example: a labelled figure, interval, list of figures or word. */
export type ExampleLine = {
  label: LocalText;
  format: ExampleFormat;
  value: number | readonly [number, number] | readonly number[] | LocalText;
};

export type Method = {
  /** The end of its address, `/methods/:key`; kebab-case. */
  key: string;
  family: MethodFamily;
  name: LocalText;
  /** What it answers and how, in words for a product manager; one to three short paragraphs. */
  plain: readonly LocalText[];
  /** The formula as one would write it on paper, plain Unicode. */
  formula: readonly string[];
  /** When it fails or misleads, and what the product then says. */
  fails: readonly LocalText[];
  /** Where it was published. */
  sources: readonly string[];
  example: {
    /** The data of the example, in words. */
    given: LocalText;
    /** Calls the method itself. */
    compute: () => Outcome<readonly ExampleLine[]>;
  };
};
