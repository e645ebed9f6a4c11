/** Every question's distribution by role, whatever version it was asked in. */
import { type ChainRole, chainRoles } from "../chain/role";
import type { LocalText } from "../language";
import { itemsOf } from "../questionnaire/by-measure";
import type { Answer, Compiled, Item } from "../questionnaire/compiled";
import { measures } from "../questionnaire/measures";
import type { Interval } from "../stats/interval";
import { adjustedWaldNps, countNps } from "../stats/net-promoter-score";
import { type Asked, askedQuestions, newest, type Option, optionsOf, partsOf } from "./asked";
import { type BestWorstItem, bestWorst } from "./best-worst";
import { type Evidence, isRecord } from "./evidence";
import { type KanoRow, kanoFeatures } from "./kano-features";
import { type ComparedRow, type LadderStep, ladderSteps, productRows } from "./products";
import {
  type Amounts,
  amountsOf,
  type ByRole,
  byRole,
  type Given,
  type GivenByRole,
  type Mean,
  meanAnswer,
  type Share,
  sharesOf,
} from "./tallies";

export type OptionResult = Option & { byRole: ByRole<Share> };
export type Nps = { n: number; nps: number; interval: Interval };
export type OpenAnswer = { responseId: string; role: ChainRole; companyName: string | null; text: string };

export type QuestionResult = {
  key: string;
  /** The first part of the measure key ("anchor", "user"), by which results are grouped. */
  block: string;
  title: LocalText;
  roles: ChainRole[];
  /** People who answered any part of it, and their companies. */
  answered: ByRole<number>;
  companies: number;
} & (
  | {
      kind: "options";
      options: OptionResult[];
      several: boolean;
      /** Of a scale of numbers: its means and the words at its ends. */
      scale: { means: ByRole<Mean>; low: LocalText | null; high: LocalText | null } | null;
      /** Of a 0–10 recommendation: the score, with the interval for small samples. */
      nps: ByRole<Nps> | null;
    }
  | { kind: "grid"; rows: { text: LocalText; options: OptionResult[]; means: ByRole<Mean> | null }[] }
  | { kind: "amounts"; unit: LocalText | null; rows: { text: LocalText | null; byRole: ByRole<Amounts> }[] }
  /** `total` stays when a screen takes only some of the texts. */
  | { kind: "texts"; texts: OpenAnswer[]; total: number }
  | { kind: "best-worst"; items: BestWorstItem[] }
  | { kind: "kano"; features: KanoRow[] }
  | { kind: "products"; products: Option[]; rows: ComparedRow[]; numeric: boolean; first: LocalText }
  | { kind: "ladder"; steps: LadderStep[] }
);

/** Use decides who counts for PMF, and is asked of its respondents; it is read there. */
const blockOf = ({ measure }: Item) =>
  measure === "user.core-uses" ? "pmf" : (measure?.split(".")[0] ?? "other");
const blockOrder = [...new Set(measures.map(({ key }) => key.split(".")[0]))];
/** The company's name joins answers to their account; as a question it has no distribution. */
const isAsked = (item: Item) =>
  item.kind !== "statement" && item.kind !== "display" && item.measure !== "gate.company";

const versionsOf = (evidence: readonly Evidence[]): Compiled[] => [
  ...new Set(evidence.map(({ compiled }) => compiled)),
];

/** The blocks in which something was asked, in the order of the question bank; "other" comes last. */
export function resultBlocks(evidence: readonly Evidence[]): string[] {
  const asked = new Set(
    versionsOf(evidence).flatMap((compiled) => itemsOf(compiled).filter(isAsked).map(blockOf)),
  );
  const known = blockOrder.filter((block) => block !== undefined && asked.has(block));
  return [...new Set([...known, ...asked])].flatMap((block) => block ?? []);
}

const several = (answer: Answer): readonly Answer[] => (Array.isArray(answer) ? answer : [answer]);

/** Shares of the options by role. */
function optionResults(options: readonly Option[], given: GivenByRole, withIntervals = true): OptionResult[] {
  const values = options.map(({ value }) => value);
  const shares = byRole(given, (own) => sharesOf(values, own, several, withIntervals));
  return options.map((option) => ({
    ...option,
    byRole: byRole(given, (_, role) => shares[role]?.get(option.value) ?? null),
  }));
}

/** One part of answers that have several, as answers of their own. */
function partOf(given: GivenByRole, part: string, missing?: Answer): GivenByRole {
  const partsIn = (own: readonly Given[]) => {
    const parts: Given[] = [];
    for (const { one, company, answer } of own) {
      const cell = isRecord(answer) ? (answer[part] ?? missing) : undefined;
      if (cell !== undefined) parts.push({ one, company, answer: cell });
    }
    return parts;
  };
  return new Map([...given].map(([role, own]) => [role, partsIn(own)]));
}

const amountsByRole = (given: GivenByRole) =>
  byRole(given, (own) =>
    amountsOf(own.flatMap(({ answer }) => (typeof answer === "number" ? [answer] : []))),
  );

function npsOf(given: GivenByRole): ByRole<Nps> {
  return byRole(given, (own) => {
    const counts = countNps(own.flatMap(({ answer }) => (typeof answer === "number" ? [answer] : [])));
    const score = counts.ok ? adjustedWaldNps(counts.value) : counts;
    if (!counts.ok || !score.ok) return null;
    const { promoters, detractors, passives } = counts.value;
    const n = promoters + passives + detractors;
    return { n, nps: (promoters - detractors) / n, interval: score.value.interval };
  });
}

const recommendation = new Set(["pmf.recommend", "requester.recommend"]);

/** For options whose order means nothing. */
function mostGivenFirst(options: readonly OptionResult[]): OptionResult[] {
  const highest = ({ byRole: shares }: OptionResult) =>
    Math.max(0, ...Object.values(shares).map(({ share }) => share));
  return options.toSorted((a, b) => highest(b) - highest(a));
}

function ofOptions(asked: Asked, isSeveral: boolean) {
  const item = newest(asked);
  const options = optionResults(optionsOf(asked), asked.given);
  const isShuffled = "randomOrder" in item && item.randomOrder;
  return {
    kind: "options" as const,
    several: isSeveral,
    options: isShuffled ? mostGivenFirst(options) : options,
    scale:
      item.kind === "rating"
        ? { means: byRole(asked.given, meanAnswer), low: item.low ?? null, high: item.high ?? null }
        : null,
    nps: recommendation.has(item.measure ?? "") ? npsOf(asked.given) : null,
  };
}

/** Latest first. */
function textsOf(given: GivenByRole) {
  const texts = [...given.values()]
    .flat()
    .sort((a, b) => b.one.completedAt - a.one.completedAt || (a.one.id < b.one.id ? 1 : -1))
    .flatMap(({ one, answer }): OpenAnswer[] => {
      const { id, role, companyName } = one;
      return typeof answer === "string" && answer.trim() !== ""
        ? [{ responseId: id, role, companyName, text: answer.trim() }]
        : [];
    });
  return { kind: "texts" as const, texts, total: texts.length };
}

const isNumeric = ({ value }: Option) => value.trim() !== "" && Number.isFinite(Number(value));

function ofOne(asked: Asked) {
  const { given } = asked;
  const item = newest(asked);
  switch (item.kind) {
    case "radio":
    case "dropdown":
    case "rating":
    case "boolean":
      return ofOptions(asked, false);
    case "checkbox":
    case "ranking":
      return ofOptions(asked, true);
    case "image":
      return ofOptions(asked, item.multiple);
    case "matrix": {
      const columns = optionsOf(asked);
      const rows = partsOf(asked).map(({ value, text }) => {
        const cells = partOf(given, value);
        const means = columns.some(isNumeric) ? byRole(cells, meanAnswer) : null;
        return { text, options: optionResults(columns, cells, false), means };
      });
      return { kind: "grid" as const, rows };
    }
    case "multipletext": {
      // In a split of points an empty field is a zero.
      const missing = item.total === undefined ? undefined : 0;
      const rows = partsOf(asked).map(({ value, text }) => ({
        text,
        byRole: amountsByRole(partOf(given, value, missing)),
      }));
      return { kind: "amounts" as const, unit: null, rows };
    }
    case "slider":
      return { kind: "amounts" as const, unit: null, rows: [{ text: null, byRole: amountsByRole(given) }] };
    case "text":
      return item.input === "number"
        ? {
            kind: "amounts" as const,
            unit: item.unit ?? null,
            rows: [{ text: null, byRole: amountsByRole(given) }],
          }
        : textsOf(given);
    case "comment":
      return textsOf(given);
    default:
      return null;
  }
}

const pricePoints = new Set(["price.too-cheap", "price.cheap", "price.expensive", "price.too-expensive"]);

/** Questions that are read together: one measure asked per subject, task or price. */
function familyOf(item: Item): string | null {
  const { measure = "", subject } = item;
  if (measure.startsWith("user.kano.") && subject) return "user.kano";
  if (pricePoints.has(measure) && item.kind === "text" && item.input === "number") return "price.points";
  // Best-worst tasks about other items are a block of their own.
  if (item.kind === "matrix" && measure && item.uniqueColumns)
    return [measure, subject].filter(Boolean).join("/");
  if (item.kind === "matrix" && measure && subject) return measure;
  return item.kind === "boolean" && measure && subject ? measure : null;
}

/** Wordings of what is read together, and of questions that name an earlier answer of the respondent. */
const titles: Readonly<Record<string, LocalText>> = {
  "user.kano": {
    "zh-CN": "每项功能：有它或没有它，感觉如何？",
    en: "Each feature: how does it feel to have it, or not?",
  },
  "price.points": { "zh-CN": "四个价位", en: "Four price points" },
  "price.ladder": { "zh-CN": "各个价格下，您会购买吗？", en: "Would you buy it at this price?" },
  "price.likely-at-cheap": {
    "zh-CN": "在觉得划算的价格上，有多大可能购买？",
    en: "How likely to buy at the price they call a bargain?",
  },
  "price.likely-at-expensive": {
    "zh-CN": "在开始觉得贵的价格上，有多大可能购买？",
    en: "How likely to buy at the price they call expensive?",
  },
  "competitor.features": { "zh-CN": "各产品有没有下面这些？", en: "Does each product have these?" },
  "competitor.performance": { "zh-CN": "各产品做得怎么样？", en: "How well does each product do?" },
};

type Names = ReadonlyMap<string, LocalText>;

/** How rows and choices are called, by their value: names for what questions are asked about. */
function namesOf(versions: readonly Compiled[]): Names {
  const names = new Map<string, LocalText>();
  for (const compiled of versions)
    for (const item of itemsOf(compiled)) {
      const own = item.kind === "matrix" ? item.rows : item.kind === "radio" ? item.choices : [];
      for (const { value, text } of own) if (!names.has(String(value))) names.set(String(value), text);
    }
  return names;
}

function ofFamily(family: string, members: readonly [Asked, ...Asked[]], names: Names) {
  const item = newest(members[0]);
  const nameOf = (subject: string): LocalText => names.get(subject) ?? { "zh-CN": subject, en: subject };
  if (family === "user.kano") return { kind: "kano" as const, features: kanoFeatures(members, nameOf) };
  if (family === "price.points")
    return {
      kind: "amounts" as const,
      unit: item.kind === "text" ? (item.unit ?? null) : null,
      rows: members.map((asked) => ({ text: newest(asked).title, byRole: amountsByRole(asked.given) })),
    };
  if (item.kind === "boolean") return { kind: "ladder" as const, steps: ladderSteps(members) };
  if (item.kind === "matrix" && item.uniqueColumns)
    return { kind: "best-worst" as const, items: bestWorst(members) };
  const columns = optionsOf(members[0]);
  return {
    kind: "products" as const,
    ...productRows(members, nameOf),
    numeric: columns.some(isNumeric),
    first: columns[0]?.text ?? item.title,
  };
}

/** The different people, by role, and companies among the answers to several questions. */
function answeredBy(members: readonly Asked[]): Pick<QuestionResult, "answered" | "companies"> {
  const named = new Set<number>();
  for (const { companies } of members) companies.forEach((_, company) => void named.add(company));
  const answered: ByRole<number> = {};
  for (const role of chainRoles) {
    const own = members.map(({ given }) => given.get(role) ?? []);
    // One question has one answer of each person: they need no telling apart.
    const n =
      own.length > 1 ? new Set(own.flatMap((all) => all.map(({ one }) => one))).size : (own[0]?.length ?? 0);
    if (n > 0) answered[role] = n;
  }
  return { answered, companies: named.size };
}

/**
 * The distribution of every question by role, in the order of the questionnaires; `wanted` limits it to
 * some of the questions. Questions with the same measure key are one question, whatever role or version
 * asked it; those asked once per feature, product, task or price are read together. Shares are of those who
 * answered; a ranking counts who ranked the option at all. Questions of nested kinds (panels, matrices with
 * dropdowns) and open questions that nobody answered are left out. One pass over the answers, whatever their order.
 */
export function questionResults(
  evidence: readonly Evidence[],
  wanted: (item: Item) => boolean = () => true,
): QuestionResult[] {
  const families = new Map<string, [Asked, ...Asked[]]>();
  for (const asked of askedQuestions(evidence, (item) => isAsked(item) && wanted(item))) {
    const family = familyOf(newest(asked)) ?? asked.key;
    const known = families.get(family);
    if (known) known.push(asked);
    else families.set(family, [asked]);
  }
  const names = namesOf(versionsOf(evidence));
  return [...families].flatMap(([key, members]) => {
    const [first] = members;
    const item = newest(first);
    const result = familyOf(item) === key ? ofFamily(key, members, names) : ofOne(first);
    if (!result || (result.kind === "texts" && result.total === 0)) return [];
    return [
      {
        key,
        block: blockOf(item),
        title: titles[key] ?? item.title,
        roles: [...new Set(members.flatMap(({ roles }) => roles))],
        ...answeredBy(members),
        ...result,
      },
    ];
  });
}

/** Only the questions of one block. */
export const questionResultsOf = (evidence: readonly Evidence[], block: string): QuestionResult[] =>
  questionResults(evidence, (item) => blockOf(item) === block);
