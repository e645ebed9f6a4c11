import type { MethodFamily } from "~/domain/methods/method";
import { plural } from "../format";

export const methods = {
  title: "How is this computed?",
  lead: "Every figure of Trivista has a page here: what it answers, its formula, when it misleads, and who published it. The examples are computed by the product itself when you open the page.",
  jump: "Kinds of methods",
  count: ({ n }: { n: number }) => plural(n, "method", "methods"),
  families: {
    pmf: "Product-market fit",
    proportions: "Shares and their intervals",
    clusters: "Companies and weights",
    planning: "How many answers",
    features: "Which features",
    price: "What to charge",
    agreement: "Agreement along the decision chain",
    competitors: "Competitors compared",
    market: "Market, money and funnel",
    quality: "Quality of answers",
    text: "Open answers",
  } satisfies Record<MethodFamily, string>,
  formula: "Formula",
  fails: "When it misleads",
  sources: "Published in",
  example: {
    title: "An example, computed now",
    noValue: "No value",
    points: ({ n }: { n: string }) => `${n} points`,
    tiny: "less than 0.001",
    range: ({ low, high }: { low: string; high: string }) => `${low} to ${high}`,
  },
  neighbours: "More of this kind",
  previous: "Previous",
  next: "Next",
  unknown: {
    title: "There is no page on this method",
    text: "The link may be old or mistyped. The list names every method.",
    list: "All methods",
  },
};
