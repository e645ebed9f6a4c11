/** Superhuman's split of one role's answers: what the lovers love, who can be won, and the two halves of the roadmap. */
import { ascending, rollup } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";
import { clusteredWilsonInterval } from "../stats/clustered-wilson-interval";
import type { Interval } from "../stats/interval";
import { fewestAnswers, fewestCompanies } from "./pmf-score";
import { keepSupporterPersonas } from "./superhuman-segments";

/** Somebody who counts for the score, and what their open answers name; null where these are blank or not read yet. */
export type SplitPerson = {
  id: string;
  company: string;
  answer: "very" | "somewhat" | "not";
  /** What kind of customer this is; people of whom it is unknown are a kind of their own. */
  persona: string;
  benefits: readonly string[] | null;
  wishes: readonly string[] | null;
};

/** How many of those whose answer is known name a thing; `ids` are theirs. */
export type Named = {
  name: string;
  k: number;
  n: number;
  companies: number;
  /** Allows for colleagues answering alike; no value under five people or five companies. */
  interval: Outcome<Interval>;
  ids: string[];
};

/** Where words stand in for themes there are thousands; the rarest say nothing. */
const mostNamed = 20;

export type SupporterSplit = {
  /** The kinds of customers found among the lovers, and the score of all and within these kinds. */
  personas: string[];
  overall: { very: number; n: number };
  kept: { very: number; n: number };
  /** Lovers, and those of them whose benefit is known. */
  lovers: { n: number; known: number; companies: number };
  /** What lovers name as their benefit, most named first; twenty at most, as of the wishes. */
  benefits: Named[];
  main: string;
  /** Other benefits named exactly as often: which one is "main" is then the order of letters. */
  tied: string[];
  /** Those somewhat disappointed in the kept kinds: of those whose benefit is known, who names the main one. */
  somewhat: { n: number; known: number };
  convertible: Named;
  /** The roadmap's halves: what lovers still wish for, and what holds the convertible back. */
  doubleDown: Named[];
  holdsBack: Named[];
  /** The score within the kept kinds if every convertible were won: the most this roadmap could bring. */
  ifAllWon: { very: number; n: number };
};

/**
 * The split of one role (never pool roles). Keeps the kinds of customers that occur among the "very disappointed",
 * takes the benefit these name most, finds the "somewhat disappointed" of the kept kinds who name it too, and counts
 * the wishes of both. An answer may name several things. Everything but the overall score is chosen by its own
 * outcome, hence exploratory. `no-data` without answers, `zero-denominator` when nobody is very disappointed,
 * `too-few` when no lover's benefit is known.
 * Source: Vohra (2018), First Round Review; intervals: `clusteredWilsonInterval`.
 */
export function supporterSplit(people: readonly SplitPerson[]): Outcome<SupporterSplit> {
  const personas = keepSupporterPersonas(
    people.map(({ persona, answer }) => ({ persona, answer, mainBenefit: "" })),
  );
  if (!personas.ok) return personas;
  const { keptPersonas } = personas.value;
  const kept = people.filter(({ persona }) => keptPersonas.includes(persona));
  const lovers = people.filter(({ answer }) => answer === "very");
  const benefits = namedBy(lovers, "benefits");
  const [most] = benefits;
  if (!most) return noValue("too-few", { n: 0 });
  const somewhat = kept.filter(({ answer }) => answer === "somewhat");
  const convertible = countNaming(somewhat, "benefits", most.name);
  const won = new Set(convertible.ids);
  return value({
    personas: keptPersonas,
    overall: { very: lovers.length, n: people.length },
    kept: { very: lovers.length, n: kept.length },
    lovers: {
      n: lovers.length,
      known: most.n,
      companies: new Set(lovers.map(({ company }) => company)).size,
    },
    benefits,
    main: most.name,
    tied: benefits.filter(({ k, name }) => k === most.k && name !== most.name).map(({ name }) => name),
    somewhat: { n: somewhat.length, known: convertible.n },
    convertible,
    doubleDown: namedBy(lovers, "wishes"),
    holdsBack: namedBy(
      somewhat.filter(({ id }) => won.has(id)),
      "wishes",
    ),
    ifAllWon: { very: lovers.length + convertible.k, n: kept.length },
  });
}

type What = "benefits" | "wishes";

function countNaming(people: readonly SplitPerson[], what: What, name: string): Named {
  const known = people.filter((one) => one[what] !== null);
  const naming = known.filter((one) => one[what]?.includes(name));
  const companies = new Set(known.map(({ company }) => company)).size;
  const share =
    known.length < fewestAnswers
      ? noValue("too-few", { n: known.length })
      : companies < fewestCompanies
        ? noValue("too-few-companies", { companies })
        : clusteredWilsonInterval(
            known.map(({ company }) => company),
            known.map((one) => (one[what]?.includes(name) ? 1 : 0)),
          );
  return {
    name,
    k: naming.length,
    n: known.length,
    companies: new Set(naming.map(({ company }) => company)).size,
    interval: share.ok ? value(share.value.interval) : share,
    ids: naming.map(({ id }) => id),
  };
}

function namedBy(people: readonly SplitPerson[], what: What): Named[] {
  const times = rollup(
    people.flatMap((one) => [...new Set(one[what])]),
    (named) => named.length,
    (name) => name,
  );
  return [...times]
    .sort(([one, k], [other, l]) => l - k || ascending(one, other))
    .slice(0, mostNamed)
    .map(([name]) => countNaming(people, what, name));
}
