/** What a person types to describe a study, and what it means. */
import { z } from "zod";
import { type ChainRole, chainRoles, coreRoles } from "../chain/role";
import { type Language, type LocalText, languages } from "../language";
import { industries } from "../questionnaire/answer-options";
import { firstProblems, typedIn, typedText } from "../typed";
import { type BusinessType, businessTypes, defaultPmfRule, lifeCycleStages } from "./study";

/** What a price is usually paid for, by business type. */
export const defaultPriceUnit: Record<BusinessType, LocalText> = {
  platform: { "zh-CN": "每笔订单", en: "per order" },
  saas: { "zh-CN": "每席位每月", en: "per seat per month" },
  "human-service": { "zh-CN": "每月", en: "per month" },
  hardware: { "zh-CN": "每台", en: "per unit" },
};

/** Roles that a study asks only on request. */
export const extraRoles = chainRoles.filter(
  (role): role is Exclude<ChainRole, (typeof coreRoles)[number]> =>
    !coreRoles.some((core: ChainRole) => core === role),
);

/** More competitors, or more prices, than this and respondents give up. */
export const competitorLimit = 8;
export const ladderLimit = 7;

/** What can be wrong with a field; the form has a sentence for each. */
export type StudyProblem =
  | "missing"
  | "too-long"
  | "not-offered"
  | "no-language"
  | "not-a-currency"
  | "not-a-price"
  | "too-many"
  | "not-a-share"
  | "not-a-count";

/** The form's fields as they are typed; `languages` and `roles` may repeat. */
const studyFields = [
  "product",
  "description",
  "businessType",
  "stage",
  "industry",
  "targetMarket",
  "competitors",
  "currency",
  "priceUnitZh",
  "priceUnitEn",
  "priceLadder",
  "threshold",
  "minUses",
  "windowDays",
] as const;
export type StudyField = (typeof studyFields)[number] | "languages" | "roles";
export type TypedStudy = Record<(typeof studyFields)[number], string> & {
  languages: string[];
  roles: string[];
};

const refuse = (problem: StudyProblem) => ({ error: problem });
const line = (longest: number) => z.string().max(longest, refuse("too-long"));
const oneOf = <const W extends readonly string[]>(words: W) => z.enum(words, refuse("not-offered"));

/** Blanks, commas and their Chinese forms stand between prices; a decimal point is a point. */
const pricesOf = (typed: string) =>
  typed
    .normalize("NFKC")
    .split(/[\s,、;]+/)
    .filter(Boolean)
    .map(Number);

const isCurrency = (code: string) => Intl.supportedValuesOf("currency").includes(code);

const linesOf = (typed: string) => [
  ...new Set(
    typed
      .split(/\r?\n/)
      .map((text) => text.trim())
      .filter(Boolean),
  ),
];

/** A number typed by a person, or the default where the field is left empty. */
const numberOr = (low: number, high: number, problem: StudyProblem) =>
  z
    .string()
    .transform((typed) => typed.normalize("NFKC").replace(/%$/, "").trim())
    .refine(
      (typed) =>
        typed === "" || (/^\d+(\.\d+)?$/.test(typed) && Number(typed) >= low && Number(typed) <= high),
      refuse(problem),
    )
    .transform((typed) => (typed === "" ? null : Number(typed)));

const whole = (high: number) =>
  numberOr(1, high, "not-a-count").refine((n) => n === null || Number.isInteger(n), refuse("not-a-count"));

const studySchema = z.object({
  product: line(80).min(1, refuse("missing")),
  description: line(200),
  businessType: oneOf(businessTypes),
  stage: oneOf(lifeCycleStages),
  industry: z
    .string()
    .refine(
      (typed) => typed === "" || industries.some(({ value }) => value === typed),
      refuse("not-offered"),
    ),
  targetMarket: line(200),
  languages: z
    .array(oneOf(languages))
    .min(1, refuse("no-language"))
    .transform((chosen) => languages.filter((language) => chosen.includes(language))),
  competitors: z
    .string()
    .transform(linesOf)
    .refine((names) => names.length <= competitorLimit, refuse("too-many"))
    .refine((names) => names.every((name) => name.length <= 60), refuse("too-long")),
  currency: z
    .string()
    .transform((typed) => typed.toUpperCase())
    .refine(isCurrency, refuse("not-a-currency")),
  priceUnitZh: line(40),
  priceUnitEn: line(40),
  priceLadder: z
    .string()
    .transform(pricesOf)
    .refine((prices) => prices.every((price) => Number.isFinite(price) && price > 0), refuse("not-a-price"))
    .transform((prices) => [...new Set(prices)].sort((a, b) => a - b))
    .refine((prices) => prices.length <= ladderLimit, refuse("too-many")),
  threshold: numberOr(1, 99, "not-a-share"),
  minUses: whole(1000),
  windowDays: whole(730),
  roles: z
    .array(oneOf(extraRoles))
    .transform((chosen): ChainRole[] =>
      chainRoles.filter((role) => [...coreRoles, ...chosen].includes(role)),
    ),
});

/** What a study is, once the form has been read. */
export type StudySettings = {
  product: string;
  description: string;
  businessType: BusinessType;
  stage: (typeof lifeCycleStages)[number];
  industry: string;
  targetMarket: string;
  languages: Language[];
  currency: string;
  priceUnit: LocalText;
  priceLadder: number[];
  threshold: number;
  minUses: number;
  windowDays: number;
};

export type ReadStudy =
  | { ok: true; study: StudySettings; competitors: string[]; roles: ChainRole[] }
  | { ok: false; problems: Partial<Record<StudyField, StudyProblem>> };

/**
 * Reads the form of a study. The PMF rule and the price unit left empty are the business type's usual ones;
 * a price unit given in one language serves both. The threshold is typed in per cent and kept as a share.
 * Blanks around texts go, repeated competitors and prices count once, prices come out ascending.
 * The core roles are always among `roles`. With problems, the first of each field is told.
 */
export function readStudy(typed: TypedStudy): ReadStudy {
  const trimmed = Object.fromEntries(
    Object.entries(typed).map(([name, given]) => [name, typeof given === "string" ? given.trim() : given]),
  );
  const read = studySchema.safeParse(trimmed);
  if (!read.success) {
    return { ok: false, problems: firstProblems(read.error) };
  }
  const { competitors, roles, priceUnitZh, priceUnitEn, threshold, minUses, windowDays, ...study } =
    read.data;
  const rule = defaultPmfRule[study.businessType];
  const usual = defaultPriceUnit[study.businessType];
  const given = priceUnitZh || priceUnitEn;
  return {
    ok: true,
    competitors,
    roles,
    study: {
      ...study,
      priceUnit: {
        "zh-CN": priceUnitZh || given || usual["zh-CN"],
        en: priceUnitEn || given || usual.en,
      },
      threshold: threshold === null ? rule.threshold : threshold / 100,
      minUses: minUses ?? rule.minUses,
      windowDays: windowDays ?? rule.windowDays,
    },
  };
}

/** A study back in the form, so that it can be edited; what equals the type's usual is left empty. */
export function typedStudy(study: StudySettings, competitors: readonly { name: string }[]): TypedStudy {
  const rule = defaultPmfRule[study.businessType];
  const usual = defaultPriceUnit[study.businessType];
  const unless = (given: string | number, same: boolean) => (same ? "" : String(given));
  return {
    product: study.product,
    description: study.description,
    businessType: study.businessType,
    stage: study.stage,
    industry: study.industry,
    targetMarket: study.targetMarket,
    languages: study.languages,
    competitors: competitors.map(({ name }) => name).join("\n"),
    currency: study.currency,
    priceUnitZh: unless(study.priceUnit["zh-CN"], study.priceUnit["zh-CN"] === usual["zh-CN"]),
    priceUnitEn: unless(study.priceUnit.en, study.priceUnit.en === usual.en),
    priceLadder: study.priceLadder.join(", "),
    threshold: unless(Number((study.threshold * 100).toFixed(4)), study.threshold === rule.threshold),
    minUses: unless(study.minUses, study.minUses === rule.minUses),
    windowDays: unless(study.windowDays, study.windowDays === rule.windowDays),
    roles: [],
  };
}

/** A short key out of a name, the same for the same name (FNV-1a, 32 bits). */
function keyOf(name: string, taken: ReadonlySet<string>): string {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const key = `c${hash.toString(36)}`;
  for (let n = 1; ; n++) {
    const free = n === 1 ? key : `${key}_${n}`;
    if (!taken.has(free)) return free;
  }
}

/**
 * Competitors with their keys, which answers name for ever. A name that was there `before` keeps its key; a
 * line changed in its place is taken for a new spelling and keeps it too. A new name gets a key made from
 * it, so that one that is removed and comes back meets its answers again, and no other takes them over.
 */
export function keyCompetitors(
  before: readonly { id: string; name: string }[],
  names: readonly string[],
): { id: string; name: string }[] {
  const kept = names.map((name, position) => {
    const there = before[position];
    const renamed = there && !names.includes(there.name) ? there : undefined;
    return (before.find((competitor) => competitor.name === name) ?? renamed)?.id;
  });
  const taken = new Set([...before.map(({ id }) => id), ...kept.filter((id) => id !== undefined)]);
  return names.map((name, position) => {
    const id = kept[position] ?? keyOf(name, taken);
    taken.add(id);
    return { id, name };
  });
}

/** The form's fields as a browser posted them; a missing one is empty. */
export const typedFromForm = (form: {
  get(name: string): unknown;
  getAll(name: string): unknown[];
}): TypedStudy => ({
  ...typedIn(form, studyFields),
  languages: form.getAll("languages").map(typedText),
  roles: form.getAll("roles").map(typedText),
});
