/** One invented person answering one questionnaire: by measure where the story says how, else by the kind of question. */

import { type AnchorAttribute, attentionAnswer } from "../../app/domain/questionnaire/answer-options";
import { questionName } from "../../app/domain/questionnaire/bank/survey-json";
import type { Answer, Answers, Choice, Compiled, Item } from "../../app/domain/questionnaire/compiled";
import { visibleChoices, visibleItems, visibleRows } from "../../app/domain/questionnaire/flow";
import type { SampleCompany } from "./companies";
import {
  between,
  chance,
  logNormal,
  oneOf,
  type Random,
  scaleStep,
  severalOf,
  weighted,
} from "./distributions";
import {
  causeWeights,
  coreUses,
  importance,
  offers,
  problemWeights,
  type SampleRole,
  satisfaction,
  upset,
  vendorWeights,
  voices,
} from "./story";

export type Person = {
  company: SampleCompany;
  role: SampleRole;
  language: "zh-CN" | "en";
  /** Rushes: fails the attention item half of the time. */
  hurried: boolean;
};

type Context = { answers: Answers; variables: Record<string, Answer> };
type Draw = { random: Random; person: Person; item: Item; context: Context };

const inPmf = (role: SampleRole) => (role === "decider" ? "decider" : "user");
const values = (choices: readonly Choice[]) =>
  choices.filter(({ other }) => !other).map(({ value }) => value);
const plain = (choices: readonly Choice[]) => choices.filter(({ other, exclusive }) => !other && !exclusive);

/** Prices a person names: four that rise, in steps of five. */
function prices({ random, person }: Draw) {
  const base = logNormal(random, person.role === "decider" ? 62 : 70, 0.35);
  const steps = [0.5, 1, 1.7, 2.6].map((factor) => Math.max(1, Math.round((base * factor) / 5)));
  return steps.map((step, index) => (step + index) * 5);
}

const matrixOf = (draw: Draw, cell: (row: string) => string | number | undefined): Answer => {
  if (draw.item.kind !== "matrix") return {};
  const rows = visibleRows(draw.item, draw.context).map(({ value }) => [value, cell(value)] as const);
  return Object.fromEntries(rows.filter((row): row is [string, string | number] => row[1] !== undefined));
};

/** What a voice of the story says, or nothing. */
function said({ random, person, item }: Draw): Answer | undefined {
  const lines = voices[`${item.measure}/${person.role}`] ?? voices[item.measure ?? ""];
  return lines && (item.required || chance(random, 0.8)) ? oneOf(random, lines[person.language]) : undefined;
}

type Rule = (draw: Draw) => Answer | undefined;
const rules: Readonly<Record<string, Rule>> = {
  "gate.company": ({ person }) => person.company.name,
  "gate.size": ({ person }) => person.company.size,
  "gate.industry": ({ person }) => person.company.industry,
  "gate.relation": ({ person }) => person.company.relation,
  "gate.annual-spend": ({ random }) =>
    weighted(random, { "0": 1, "under-10k": 3, "10k-50k": 6, "50k-200k": 5, "200k-1m": 2, dontknow: 4 }),
  "gate.influence": ({ random }) => {
    const decider = between(random, 7, 11) * 5;
    const requester = between(random, 3, 6) * 5;
    return { decider, requester, user: 100 - decider - requester };
  },
  "anchor.importance": (draw) =>
    matrixOf(draw, (row) =>
      scaleStep(draw.random, importance[draw.person.role][row as AnchorAttribute], 1, 5),
    ),
  "anchor.satisfaction": (draw) =>
    matrixOf(draw, (row) =>
      chance(draw.random, 0.04)
        ? "na"
        : scaleStep(
            draw.random,
            satisfaction[draw.person.role][row as AnchorAttribute] + 0.4 * draw.person.company.leaning,
            1,
            5,
          ),
    ),
  "anchor.problems": ({ random, person }) =>
    severalOf(random, problemWeights[person.role], between(random, 2, 3)),
  "anchor.choice": ({ random, person }) => {
    const weights = vendorWeights[person.role];
    const mood = person.company.leaning;
    return weighted(random, { ...weights, us: (weights.us ?? 0) * (1 + 0.6 * mood) });
  },
  "user.causes": ({ random }) => severalOf(random, causeWeights, between(random, 1, 4)),
  "user.core-uses": ({ random, person }) => weighted(random, coreUses[inPmf(person.role)]),
  "pmf.frequency": ({ random, person }) =>
    weighted(
      random,
      person.role === "user"
        ? { daily: 45, weekly: 40, monthly: 10, rarer: 5 }
        : { daily: 4, weekly: 36, monthly: 45, rarer: 15 },
    ),
  "pmf.disappointment": ({ random, person }) => {
    const weights = upset[inPmf(person.role)];
    if (person.company.relation === "former") return weighted(random, { na: 8, not: 2 });
    return weighted(random, { ...weights, very: (weights.very ?? 0) * (1 + 0.35 * person.company.leaning) });
  },
  "pmf.recommend": ({ random, person }) => scaleStep(random, person.role === "user" ? 7.4 : 6.3, 0, 10, 2.1),
  "requester.recommend": ({ random, person }) => scaleStep(random, 7 + person.company.leaning, 0, 10, 2),
  "decider.earn-or-spend": ({ random }) => {
    const spend = between(random, 11, 17) * 5;
    return { earn: 100 - spend, spend };
  },
  "decider.min-gain": ({ random }) => Math.round(logNormal(random, 20, 0.5)) * 5000,
  "decider.problem-cost": ({ random }) => Math.round(logNormal(random, 36, 0.6)) * 5000,
  "decider.approvers": ({ random }) => between(random, 1, 5),
  "decider.best-worst": (draw) => {
    if (draw.item.kind !== "matrix") return undefined;
    const order = severalOf(
      draw.random,
      { price: 9, functions: 7, service: 5, references: 2.5, interface: 1 },
      5,
    ).filter(
      (value) => draw.item.kind === "matrix" && draw.item.columns.some((column) => column.value === value),
    );
    return { best: order[0]!, worst: order.at(-1)! };
  },
  "competitor.awareness": (draw) =>
    matrixOf(draw, (row) =>
      weighted(
        draw.random,
        row === "lanting"
          ? { unknown: 1, heard: 5, tried: 3, using: 1 }
          : row === "spreadsheets"
            ? { heard: 2, tried: 4, using: 4 }
            : { unknown: 4, heard: 4, tried: 2, using: 0.5 },
      ),
    ),
  "requester.compared": (draw) =>
    matrixOf(draw, (row) => {
      const mean = row === "lanting" ? 3.9 : row === "us" ? 3.8 : row === "yunfan" ? 3.0 : 1.9;
      return chance(draw.random, 0.1) ? "not-compared" : scaleStep(draw.random, mean, 1, 5);
    }),
  "competitor.performance": (draw) =>
    matrixOf(draw, (row) => {
      const subject = draw.item.subject;
      const mean = subject === "lanting" ? 3.9 : subject === "us" ? 3.4 : subject === "yunfan" ? 3.0 : 2.2;
      const offer = offers[row]?.[subject ?? ""];
      if (offer !== undefined) return chance(draw.random, 0.15) ? "na" : scaleStep(draw.random, offer, 1, 5);
      // We arrange interviews well; Lanting's phone pages do not keep what it promises.
      const edge =
        subject === "us" && row === "scheduling" ? 0.8 : subject === "lanting" && row === "mobile" ? -1.7 : 0;
      return chance(draw.random, 0.12) ? "na" : scaleStep(draw.random, mean + edge, 1, 5);
    }),
  "price.too-cheap": (draw) => prices(draw)[0],
  "quality.attention": ({ random, person }) =>
    person.hurried && chance(random, 0.5) ? "not" : attentionAnswer,
};

/** By the kind of question, where the story has nothing to say. */
function byKind(draw: Draw): Answer | undefined {
  const { item, random, context } = draw;
  switch (item.kind) {
    case "radio":
    case "dropdown":
    case "image":
      return oneOf(random, values(plain(visibleChoices(item, context))));
    case "checkbox": {
      const open = values(plain(visibleChoices(item, context))).map(String);
      const most = Math.min(item.maxSelected ?? 3, open.length);
      return severalOf(
        random,
        Object.fromEntries(open.map((value, index) => [value, 6 - Math.min(index, 5)])),
        between(random, 1, most),
      );
    }
    case "ranking": {
      const open = values(visibleChoices(item, context)).map(String);
      const most = Math.min(item.maxRanked ?? open.length, open.length);
      return severalOf(random, Object.fromEntries(open.map((value) => [value, 1])), most);
    }
    case "rating": {
      const low = item.values[0]?.value ?? 1;
      const high = item.values.at(-1)?.value ?? 5;
      return scaleStep(random, low + 0.65 * (high - low), low, high, (high - low) / 5);
    }
    case "matrix": {
      const columns = item.columns.filter(({ exclusive }) => !exclusive).map(({ value }) => value);
      const typical = columns.length > 4 ? 0.6 : 0.35;
      return matrixOf(
        draw,
        () => columns[scaleStep(random, typical * (columns.length - 1), 0, columns.length - 1, 1)],
      );
    }
    case "boolean":
      return chance(random, 0.5) ? item.yesValue : item.noValue;
    default:
      return undefined;
  }
}

/** The other three prices follow the first, so that a person's four always rise. */
function laterPrice({ item, context }: Draw): Answer | undefined {
  const first = Number(context.answers[questionName("price.too-cheap")]);
  const factor = { "price.cheap": 2, "price.expensive": 3.4, "price.too-expensive": 5.2 }[item.measure ?? ""];
  return factor && Number.isFinite(first) ? Math.ceil((first * factor) / 5) * 5 : undefined;
}

/** A step of the price ladder is accepted up to what the person finds expensive. */
function ladder({ item, context, random }: Draw): Answer | undefined {
  if (item.measure !== "price.ladder" || item.kind !== "boolean") return undefined;
  const limit = Number(context.answers[questionName("price.expensive")] ?? 90) * (0.85 + 0.3 * random());
  return Number(item.subject) <= limit ? item.yesValue : item.noValue;
}

const answerItem = (draw: Draw): Answer | undefined =>
  rules[draw.item.measure ?? ""]?.(draw) ?? laterPrice(draw) ?? ladder(draw) ?? said(draw) ?? byKind(draw);

/** Answers page by page, as far as `pages` of them (all by default), following the conditions as a person would. */
export function answerQuestionnaire(
  random: Random,
  person: Person,
  compiled: Compiled,
  variables: Record<string, Answer>,
  pages = compiled.pages.length,
): { answers: Answers; seconds: Record<string, number>; lastPage: string } {
  const context: Context = { answers: {}, variables };
  const seconds: Record<string, number> = {};
  let lastPage = compiled.pages[0]?.name ?? "";
  for (const page of compiled.pages) {
    // An answer may show a further item of the same page, so its items are gone through until none is new.
    const asked = new Set<string>();
    for (;;) {
      const next = visibleItems(page, context).find(({ name }) => !asked.has(name));
      if (!next) break;
      asked.add(next.name);
      const answer = answerItem({ random, person, item: next, context });
      if (answer !== undefined) context.answers[next.name] = answer;
    }
    if (asked.size === 0) continue;
    if (Object.keys(seconds).length === pages) break;
    lastPage = page.name;
    const pace = person.hurried ? 2 : 9;
    seconds[page.name] = Math.max(1, Math.round(logNormal(random, pace * Math.sqrt(asked.size), 0.45)));
  }
  return { answers: context.answers, seconds, lastPage };
}
