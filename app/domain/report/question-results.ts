/** Every question's distribution by role, whatever version it was asked in. */
import { mean, median, quantile } from "d3-array";
import { type ChainRole, chainRoles } from "../chain/role";
import type { LocalText } from "../language";
import type { Answer, Item } from "../questionnaire/compiled";
import type { Interval } from "../stats/interval";
import { wilsonInterval } from "../stats/wilson-interval";
import { type Evidence, isRecord } from "./evidence";

/** `count` of the `n` who answered; a share with its Wilson interval. */
export type Share = { count: number; n: number; share: number; interval: Interval | null };
type ByRole<T> = Partial<Record<ChainRole, T>>;
export type OptionResult = { value: string; text: LocalText; byRole: ByRole<Share> };

export type QuestionResult = {
  key: string;
  /** The first part of the measure key ("anchor", "user"), by which results are grouped. */
  block: string;
  title: LocalText;
  roles: ChainRole[];
  answered: ByRole<number>;
} & (
  | { kind: "options"; options: OptionResult[]; several: boolean; means: ByRole<number> | null }
  | { kind: "grid"; rows: { text: LocalText; options: OptionResult[]; means: ByRole<number> | null }[] }
  | { kind: "amounts"; rows: { text: LocalText | null; byRole: ByRole<Amounts> }[] }
  | {
      kind: "texts";
      texts: { responseId: string; role: ChainRole; companyName: string | null; text: string }[];
    }
);
/** Five numbers of a distribution of amounts. */
export type Amounts = {
  n: number;
  min: number;
  lower: number;
  median: number;
  upper: number;
  max: number;
  mean: number;
};

type Asked = { item: Item; roles: Set<ChainRole>; given: { one: Evidence; answer: Answer }[] };

const keyOf = (role: ChainRole, item: Item) =>
  item.measure
    ? [item.measure, item.subject, taskOf(item)].filter(Boolean).join("/")
    : `${role}/${item.name}`;
/** Tasks of one measure that differ by what they show are told apart by their name. */
const taskOf = (item: Item) => (item.kind === "matrix" && item.uniqueColumns ? item.name : undefined);

/** Groups the answers by question. A later version's wording wins. */
function askedQuestions(evidence: readonly Evidence[]): Map<string, Asked> {
  const asked = new Map<string, Asked>();
  for (const one of evidence) {
    for (const page of one.compiled.pages) {
      for (const item of page.items) {
        if (item.kind === "statement" || item.kind === "display") continue;
        const key = keyOf(one.role, item);
        const known = asked.get(key) ?? { item, roles: new Set(), given: [] };
        asked.set(key, known);
        known.item = item;
        known.roles.add(one.role);
        const answer = one.answers[item.name];
        if (answer !== undefined) known.given.push({ one, answer });
      }
    }
  }
  return asked;
}

const shareOf = (count: number, n: number): Share => {
  const interval = wilsonInterval(count, n);
  return { count, n, share: n === 0 ? 0 : count / n, interval: interval.ok ? interval.value : null };
};

/** Shares of the options by role; `picked` says which options an answer stands for. */
function optionResults(
  options: readonly { value: string | number | boolean; text: LocalText }[],
  given: Asked["given"],
  picked: (answer: Answer) => readonly Answer[],
): OptionResult[] {
  const tallies = new Map<ChainRole, { n: number; counts: Map<string, number> }>();
  for (const { one, answer } of given) {
    const tally = tallies.get(one.role) ?? { n: 0, counts: new Map() };
    tallies.set(one.role, tally);
    const values = picked(answer);
    if (values.length === 0) continue;
    tally.n += 1;
    for (const value of values) tally.counts.set(String(value), (tally.counts.get(String(value)) ?? 0) + 1);
  }
  return options.map(({ value, text }) => ({
    value: String(value),
    text,
    byRole: Object.fromEntries(
      [...tallies].map(([role, { n, counts }]) => [role, shareOf(counts.get(String(value)) ?? 0, n)]),
    ),
  }));
}

/** Means of numeric answers by role; null when the options are words. */
function meansOf(
  given: readonly { one: Evidence; answer: Answer }[],
  numeric: boolean,
): ByRole<number> | null {
  if (!numeric) return null;
  return Object.fromEntries(
    chainRoles.flatMap((role) => {
      const average = mean(
        given.flatMap(({ one, answer }) => (one.role === role && typeof answer === "number" ? [answer] : [])),
      );
      return average === undefined ? [] : [[role, average]];
    }),
  );
}

function amountsOf(numbers: number[]): Amounts {
  const sorted = numbers.toSorted((a, b) => a - b);
  return {
    n: sorted.length,
    min: sorted[0]!,
    lower: quantile(sorted, 0.25)!,
    median: median(sorted)!,
    upper: quantile(sorted, 0.75)!,
    max: sorted.at(-1)!,
    mean: mean(sorted)!,
  };
}

function amountsByRole(given: Asked["given"], pick: (answer: Answer) => Answer | undefined): ByRole<Amounts> {
  return Object.fromEntries(
    chainRoles.flatMap((role) => {
      const numbers = given.flatMap(({ one, answer }) => {
        const amount = one.role === role ? pick(answer) : undefined;
        return typeof amount === "number" ? [amount] : [];
      });
      return numbers.length === 0 ? [] : [[role, amountsOf(numbers)]];
    }),
  );
}

/** A cell of a grid as an answer of its own. */
const cellsOf = (given: Asked["given"], row: string) =>
  given.flatMap(({ one, answer }) => {
    const cell = isRecord(answer) ? answer[row] : undefined;
    return cell === undefined ? [] : [{ one, answer: cell }];
  });

const several = (answer: Answer): readonly Answer[] => (Array.isArray(answer) ? answer : [answer]);

function resultOf({ item, given }: Asked) {
  switch (item.kind) {
    case "radio":
    case "dropdown":
      return {
        kind: "options" as const,
        several: false,
        means: null,
        options: optionResults(item.choices, given, several),
      };
    case "checkbox":
    case "ranking":
    case "image":
      return {
        kind: "options" as const,
        several: true,
        means: null,
        options: optionResults(item.choices, given, several),
      };
    case "rating":
      return {
        kind: "options" as const,
        several: false,
        means: meansOf(given, true),
        options: optionResults(item.values, given, several),
      };
    case "boolean": {
      const options = [
        { value: String(item.yesValue), text: item.yes },
        { value: String(item.noValue), text: item.no },
      ];
      return {
        kind: "options" as const,
        several: false,
        means: null,
        options: optionResults(options, given, several),
      };
    }
    case "matrix": {
      const numeric = item.columns.some(({ value }) => typeof value === "number");
      const rows = item.rows.map((row) => {
        const cells = cellsOf(given, row.value);
        return {
          text: row.text,
          options: optionResults(item.columns, cells, several),
          means: meansOf(cells, numeric),
        };
      });
      return { kind: "grid" as const, rows };
    }
    case "multipletext": {
      const rows = item.fields.map((field) => ({
        text: field.title,
        byRole: amountsByRole(given, (answer) =>
          isRecord(answer) ? (answer[field.name] ?? (item.total ? 0 : undefined)) : undefined,
        ),
      }));
      return { kind: "amounts" as const, rows };
    }
    case "slider":
      return {
        kind: "amounts" as const,
        rows: [{ text: null, byRole: amountsByRole(given, (answer) => answer) }],
      };
    case "text":
      if (item.input === "number")
        return {
          kind: "amounts" as const,
          rows: [{ text: null, byRole: amountsByRole(given, (answer) => answer) }],
        };
      return textsOf(given);
    case "comment":
      return textsOf(given);
    default:
      return null;
  }
}

const textsOf = (given: Asked["given"]) => ({
  kind: "texts" as const,
  texts: given.flatMap(({ one, answer }) =>
    typeof answer === "string" && answer.trim() !== ""
      ? [{ responseId: one.id, role: one.role, companyName: one.companyName, text: answer.trim() }]
      : [],
  ),
});

/**
 * The distribution of every question by role, in the order of the questionnaires. Questions with the same
 * measure key (and subject) are one question, whatever role or version asked it; others stand by role and
 * name. Shares are of those who answered the question; a ranking counts who ranked the option at all.
 * Questions of nested kinds (panels, matrices with dropdowns) are left out.
 */
export function questionResults(evidence: readonly Evidence[]): QuestionResult[] {
  return [...askedQuestions(evidence)].flatMap(([key, asked]) => {
    const result = resultOf(asked);
    if (!result) return [];
    const answered: ByRole<number> = {};
    for (const { one } of asked.given) answered[one.role] = (answered[one.role] ?? 0) + 1;
    return [
      {
        key,
        block: asked.item.measure?.split(".")[0] ?? "other",
        title: asked.item.title,
        roles: chainRoles.filter((role) => asked.roles.has(role)),
        answered,
        ...result,
      },
    ];
  });
}
