/** The market sheet as it is typed, field by field, and what it means. */

import { typedText } from "../typed";
import {
  type Assumption,
  confidences,
  kindOfPart,
  type MarketModel,
  mostSegments,
  mostYears,
  type PlanPart,
  planParts,
  type Segment,
  type SegmentPart,
  segmentParts,
} from "./market-model";
import {
  decidersAlone,
  isPriceTie,
  isWeighedTie,
  type Tie,
  type TieRole,
  type TieWeights,
  tieRoles,
  tiesOf,
} from "./survey-tie";

const assumptionFields = [
  ...(["low", "likely", "high", "source", "date", "confidence"] as const),
  /** What it follows, for a price how many of its units a company buys a year, and how much each role weighs. */
  ...(["tie", "times", ...tieRoles] as const),
] as const;
export type AssumptionField = (typeof assumptionFields)[number];
export type TypedAssumption = Record<AssumptionField, string>;
export type TypedSegment = { name: string } & Record<SegmentPart, TypedAssumption>;
export type TypedModel = {
  name: string;
  years: string;
  goal: string;
  segments: TypedSegment[];
  plan: Record<PlanPart, TypedAssumption>;
};

/** What can be wrong with a field; the form has a sentence for each. */
export type ModelProblem =
  | "missing"
  | "too-long"
  | "not-a-number"
  | "not-a-share"
  | "not-a-rate"
  | "negative"
  | "low-above-likely"
  | "high-below-likely"
  | "not-a-date"
  | "not-a-tie"
  | "not-times"
  | "not-a-weight"
  | "no-weight"
  | "not-years"
  | "no-segment"
  | "too-many-segments";

/** By the name of the field, "s0.fit.low" or "plan.leads.likely"; `segments` for the sheet as a whole. */
export type ModelProblems = Record<string, ModelProblem>;
export type ReadModel =
  | { ok: true; name: string; model: MarketModel }
  | { ok: false; problems: ModelProblems };

export const segmentField = (segment: number, part: SegmentPart, field: AssumptionField) =>
  `s${segment}.${part}.${field}`;
export const planField = (part: PlanPart, field: AssumptionField) => `plan.${part}.${field}`;

const magnitudes: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, k: 1e3, m: 1e6, bn: 1e9, b: 1e9 };

/**
 * A number as people type it: "5,000,000", "500万", "1.2 亿", "30 m", "35%", full-width digits too. A per-cent sign is
 * dropped, not applied. Null when it is none.
 */
export function readAmount(typed: string): number | null {
  const plain = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s,_]/g, "")
    .replace(/−/g, "-");
  const [, digits, unit = ""] = /^(-?\d+(?:\.\d+)?)(万|亿|k|m|bn|b|%)?$/.exec(plain) ?? [];
  if (digits === undefined) return null;
  const amount = Number((Number(digits) * (magnitudes[unit] ?? 1)).toPrecision(15));
  return Number.isFinite(amount) ? amount : null;
}

type Kind = (typeof kindOfPart)[SegmentPart | PlanPart];

/** Shares and rates are typed in per cent and kept as shares. */
const isPercent = (kind: Kind) => kind === "share" || kind === "rate";

function amountProblem(amount: number | null, kind: Kind): ModelProblem | null {
  if (amount === null) return "not-a-number";
  if (kind === "share" && (amount < 0 || amount > 100)) return "not-a-share";
  if (kind === "rate" && (amount <= -100 || amount > 1000)) return "not-a-rate";
  return kind !== "rate" && amount < 0 ? "negative" : null;
}

const isDate = (typed: string) => {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(typed)) return false;
  const [year, month = "01", day = "01"] = typed.split("-");
  const read = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(8, 10) === day;
};

/** Reads one number with its source; what is wrong goes into `problems` under the names that `nameOf` gives. */
function readAssumption(
  typed: TypedAssumption,
  part: SegmentPart | PlanPart,
  nameOf: (field: AssumptionField) => string,
  problems: ModelProblems,
): Assumption {
  const kind = kindOfPart[part];
  const amountOf = (field: "low" | "likely" | "high") => {
    const given = typed[field].trim() || typed.likely.trim();
    if (given === "") {
      if (field === "likely") problems[nameOf(field)] = "missing";
      return 0;
    }
    const amount = readAmount(given);
    const problem = amountProblem(amount, kind);
    if (problem && typed[field].trim() !== "") problems[nameOf(field)] = problem;
    return problem || amount === null
      ? Number.NaN
      : isPercent(kind)
        ? Number((amount / 100).toPrecision(15))
        : amount;
  };
  const [low, likely, high] = [amountOf("low"), amountOf("likely"), amountOf("high")];
  if (typed.likely.trim() !== "") {
    if (low > likely) problems[nameOf("low")] = "low-above-likely";
    if (high < likely) problems[nameOf("high")] = "high-below-likely";
  }
  const source = typed.source.trim();
  const date = typed.date.trim();
  if (source.length > 300) problems[nameOf("source")] = "too-long";
  if (date !== "" && !isDate(date)) problems[nameOf("date")] = "not-a-date";
  const confidence = confidences.find((known) => known === typed.confidence) ?? "low";
  const tie = readTie(typed, part, nameOf, problems);
  return { low, likely, high, source, date, confidence, ...(tie && { tie }) };
}

function readTie(
  typed: TypedAssumption,
  part: SegmentPart | PlanPart,
  nameOf: (field: AssumptionField) => string,
  problems: ModelProblems,
): Tie | null {
  if (typed.tie === "") return null;
  const to = tiesOf(part).find((known) => known === typed.tie);
  if (!to) problems[nameOf("tie")] = "not-a-tie";
  if (!to) return null;
  const weights = isWeighedTie(to) ? readWeights(typed, nameOf, problems) : null;
  const weighed = weights ? { weights } : {};
  if (!isPriceTie(to)) return { to, times: 1, ...weighed };
  const times = typed.times.trim() === "" ? 1 : readAmount(typed.times);
  if (times === null || !(times > 0 && times <= 1e9)) problems[nameOf("times")] = "not-times";
  return { to, times: times ?? 1, ...weighed };
}

/** Whose answers count; null for the deciders' alone, as when nothing is typed. */
function readWeights(
  typed: TypedAssumption,
  nameOf: (field: AssumptionField) => string,
  problems: ModelProblems,
): TieWeights | null {
  if (tieRoles.every((role) => typed[role].trim() === "")) return null;
  const weights = { ...decidersAlone };
  for (const role of tieRoles) {
    const weight = typed[role].trim() === "" ? 0 : readAmount(typed[role]);
    if (weight === null || weight < 0 || weight > 1_000) problems[nameOf(role)] = "not-a-weight";
    weights[role] = weight ?? 0;
  }
  if (tieRoles.every((role) => weights[role] === 0)) problems[nameOf("decider")] ??= "no-weight";
  return weights;
}

/**
 * Reads the sheet. A number needs its likely value; an empty low or high equals it. Shares and growth are typed in per
 * cent. Growth left empty is none. A sales plan of which nothing is typed is no plan; half of one is completed.
 * With problems, the first of each field is told; low > likely stands at low, high < likely at high.
 */
export function readModel(typed: TypedModel): ReadModel {
  const problems: ModelProblems = {};
  const name = typed.name.trim();
  if (name === "") problems.name = "missing";
  if (name.length > 60) problems.name = "too-long";
  if (typed.segments.length === 0) problems.segments = "no-segment";
  if (typed.segments.length > mostSegments) problems.segments = "too-many-segments";
  const segments = typed.segments.map((given, index): Segment => {
    const segmentName = given.name.trim();
    if (segmentName === "") problems[`s${index}.name`] = "missing";
    if (segmentName.length > 60) problems[`s${index}.name`] = "too-long";
    const growth = given.growth.likely.trim() === "" ? { ...given.growth, likely: "0" } : given.growth;
    const read = (part: SegmentPart) =>
      readAssumption(
        part === "growth" ? growth : given[part],
        part,
        (field) => segmentField(index, part, field),
        problems,
      );
    return {
      name: segmentName,
      ...(Object.fromEntries(segmentParts.map((part) => [part, read(part)])) as Record<
        SegmentPart,
        Assumption
      >),
    };
  });
  const planned = planParts.some((part) =>
    assumptionFields.some((field) => field !== "confidence" && typed.plan[part][field].trim() !== ""),
  );
  const readPlan = (part: PlanPart) =>
    readAssumption(typed.plan[part], part, (field) => planField(part, field), problems);
  const plan = planned
    ? (Object.fromEntries(planParts.map((part) => [part, readPlan(part)])) as Record<PlanPart, Assumption>)
    : null;
  const years = readAmount(typed.years);
  if (years === null || !Number.isInteger(years) || years < 1 || years > mostYears)
    problems.years = "not-years";
  const goal = typed.goal.trim() === "" ? null : readAmount(typed.goal);
  const goalProblem = typed.goal.trim() === "" ? null : amountProblem(goal, "money");
  if (goalProblem) problems.goal = goalProblem;
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, name, model: { segments, plan, years: years ?? 1, goal } };
}

const blank: TypedAssumption = {
  ...{ low: "", likely: "", high: "", source: "", date: "", confidence: "low", tie: "", times: "" },
  ...{ decider: "", procurement: "", finance: "" },
};
const blankParts = <Part extends string>(parts: readonly Part[]) =>
  Object.fromEntries(parts.map((part) => [part, blank])) as Record<Part, TypedAssumption>;

export const blankSegment = (): TypedSegment => ({ name: "", ...blankParts(segmentParts) });
export const blankModel = (name: string): TypedModel => ({
  ...{ name, years: "3", goal: "", segments: [blankSegment()] },
  plan: blankParts(planParts),
});

/** Thousands are grouped: 50000000 cannot be read. */
const writtenAmount = (amount: number) => {
  const [whole = "", fraction] = String(amount).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction ? `${grouped}.${fraction}` : grouped;
};

function typedAssumption(given: Assumption, kind: Kind): TypedAssumption {
  const written = (amount: number) =>
    isPercent(kind) ? String(Number((amount * 100).toPrecision(12))) : writtenAmount(amount);
  const exact = given.low === given.likely && given.high === given.likely;
  return {
    low: exact ? "" : written(given.low),
    likely: written(given.likely),
    high: exact ? "" : written(given.high),
    ...{ source: given.source, date: given.date, confidence: given.confidence },
    tie: given.tie?.to ?? "",
    times: given.tie && isPriceTie(given.tie.to) ? writtenAmount(given.tie.times) : "",
    ...(Object.fromEntries(
      tieRoles.map((role) => [role, given.tie?.weights ? writtenAmount(given.tie.weights[role]) : ""]),
    ) as Record<TieRole, string>),
  };
}

/** A model back in the sheet; a number known exactly has only its likely value. */
export function typedModel(name: string, { segments, plan, years, goal }: MarketModel): TypedModel {
  const parts = <Part extends SegmentPart | PlanPart>(
    names: readonly Part[],
    given: Record<Part, Assumption>,
  ) =>
    Object.fromEntries(names.map((part) => [part, typedAssumption(given[part], kindOfPart[part])])) as Record<
      Part,
      TypedAssumption
    >;
  return {
    name,
    years: String(years),
    goal: goal === null ? "" : writtenAmount(goal),
    segments: segments.map((segment) => ({ name: segment.name, ...parts(segmentParts, segment) })),
    plan: plan ? parts(planParts, plan) : blankParts(planParts),
  };
}

/** The sheet as a browser posted it: segments are read as long as `s<n>.name` is there. */
export function typedModelFromForm(form: {
  get(name: string): unknown;
  has(name: string): boolean;
}): TypedModel {
  const word = (name: string) => typedText(form.get(name));
  const assumptionAt = (prefix: string) =>
    Object.fromEntries(
      assumptionFields.map((field) => [field, word(`${prefix}.${field}`)]),
    ) as TypedAssumption;
  const segments: TypedSegment[] = [];
  for (let index = 0; index < 100 && form.has(`s${index}.name`); index += 1)
    segments.push({
      name: word(`s${index}.name`),
      ...(Object.fromEntries(segmentParts.map((part) => [part, assumptionAt(`s${index}.${part}`)])) as Record<
        SegmentPart,
        TypedAssumption
      >),
    });
  return {
    ...{ name: word("name"), years: word("years"), goal: word("goal"), segments },
    plan: Object.fromEntries(planParts.map((part) => [part, assumptionAt(`plan.${part}`)])) as Record<
      PlanPart,
      TypedAssumption
    >,
  };
}

/** The fields in which two sheets differ, by name, with what the other one says. */
export function differingFields(mine: TypedModel, theirs: TypedModel): Record<string, string> {
  const [own, other] = [flattened(mine), flattened(theirs)];
  return Object.fromEntries(
    Object.keys({ ...own, ...other }).flatMap((name) =>
      isSame(own[name] ?? "", other[name] ?? "") ? [] : [[name, other[name] ?? ""]],
    ),
  );
}

/** "5,000" and "5000" are one number, however they were typed. */
const isSame = (mine: string, theirs: string) =>
  mine === theirs || (readAmount(mine) !== null && readAmount(mine) === readAmount(theirs));

function flattened({ segments, plan, name, years, goal }: TypedModel): Record<string, string> {
  const flat: Record<string, string> = { name, years, goal };
  const add = (prefix: string, given: TypedAssumption) => {
    for (const field of assumptionFields) flat[`${prefix}.${field}`] = given[field];
  };
  segments.forEach((segment, index) => {
    flat[`s${index}.name`] = segment.name;
    for (const part of segmentParts) add(`s${index}.${part}`, segment[part]);
  });
  for (const part of planParts) add(`plan.${part}`, plan[part]);
  return flat;
}
