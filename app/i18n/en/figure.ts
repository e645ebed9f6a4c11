import { grouped, plural } from "../format";

export const figure = {
  verdict: { above: "Above", below: "Below", undecided: "Undecided" },
  threshold: ({ value }: { value: string }) => `threshold ${value}`,
  interval: ({ range }: { range: string }) => `95% interval ${range}`,
  drawnRange: ({ range }: { range: string }) => `P10–P90 ${range}`,
  noInterval: "no interval: too few answers or companies",
  n: ({ n }: { n: number }) => `n = ${grouped(n)}`,
  answers: ({ n }: { n: number }) => plural(n, "answer", "answers"),
  companies: ({ n }: { n: number }) => plural(n, "company", "companies"),
  moreNeeded: ({ n }: { n: number }) =>
    `${plural(n, "more answer", "more answers")} at today's share would decide it`,
  kOfN: ({ k, n }: { k: number; n: number }) => `${grouped(k)} of ${grouped(n)}`,
  named: ({ name, said }: { name: string; said: string }) => `${name}: ${said}`,
  tooFew: "Too few for a percentage",
  noValue: "No value",
  hidden: "Not shown: it would tell of fewer than five people.",
  method: "How is this computed?",
  methodOf: ({ of }: { of: string }) => `How is “${of}” computed?`,
  showAnswers: "See the answers",
  showInputs: "See what it rests on",
  chart: {
    table: "Show as table",
    png: "PNG",
    csv: "CSV",
    download: ({ format }: { format: string }) => `Download as ${format}`,
    series: "Series",
    point: "Point",
    low: ({ series }: { series: string }) => `${series}, low`,
    high: ({ series }: { series: string }) => `${series}, high`,
    empty: "No data to draw yet.",
  },
};
