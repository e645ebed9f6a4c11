/** What a person types to describe a feature of the matrix, and what it means. */
import { z } from "zod";
import type { LocalText } from "../language";
import { type AnchorAttribute, anchorAttributes } from "../questionnaire/answer-options";
import { firstProblems, typedIn } from "../typed";
import { betterWays, type FeatureMeasure } from "./feature-measure";

export const featureFields = [
  "category",
  "nameZh",
  "nameEn",
  "description",
  "need",
  "asked",
  "better",
  "unit",
] as const;
export type FeatureField = (typeof featureFields)[number];
export type TypedFeature = Record<FeatureField, string>;
export type FeatureProblem = "missing" | "too-long" | "not-offered" | "no-unit";

export type Feature = {
  category: string;
  name: LocalText;
  description: string;
  need: AnchorAttribute | null;
  /** Its row in the questionnaires' feature questions. */
  asked: string | null;
  /** How it is measured; null where it is judged by support and quality. */
  measure: FeatureMeasure | null;
};

/** More features than this are no matrix that anybody keeps up to date. */
export const featureLimit = 60;

const refuse = (problem: FeatureProblem) => ({ error: problem });
const line = (longest: number) => z.string().trim().max(longest, refuse("too-long"));
const attributeOf = (typed: string) => anchorAttributes.find(({ value }) => value === typed)?.value ?? null;

const featureSchema = z
  .object({
    category: line(60),
    nameZh: line(80),
    nameEn: line(80),
    description: line(300),
    need: z.string().refine((typed) => typed === "" || attributeOf(typed) !== null, refuse("not-offered")),
    asked: line(60),
    better: z.enum(["", ...betterWays], refuse("not-offered")),
    unit: line(30),
  })
  .refine(({ better, unit }) => better === "" || unit !== "", { ...refuse("no-unit"), path: ["unit"] })
  .refine(({ nameZh, nameEn }) => nameZh !== "" || nameEn !== "", {
    ...refuse("missing"),
    path: ["nameZh"],
  });

export type ReadFeature =
  | { ok: true; feature: Feature }
  | { ok: false; problems: Partial<Record<FeatureField, FeatureProblem>> };

/** Reads the form of a feature. A name in one language serves both. With problems, the first of each field is told. */
export function readFeature(typed: TypedFeature): ReadFeature {
  const read = featureSchema.safeParse(typed);
  if (!read.success) {
    return { ok: false, problems: firstProblems(read.error) };
  }
  const { nameZh, nameEn, need, asked, category, description, better, unit } = read.data;
  return {
    ok: true,
    feature: {
      ...{ category, description },
      name: { "zh-CN": nameZh || nameEn, en: nameEn || nameZh },
      need: attributeOf(need),
      asked: asked || null,
      measure: better === "" ? null : { better, unit },
    },
  };
}

/** A feature back in the form. */
export const typedFeature = ({
  category,
  name,
  description,
  need,
  asked,
  measure,
}: Feature): TypedFeature => ({
  ...{ category, description },
  nameZh: name["zh-CN"],
  nameEn: name.en === name["zh-CN"] ? "" : name.en,
  need: need ?? "",
  asked: asked ?? "",
  better: measure?.better ?? "",
  unit: measure?.unit ?? "",
});

export const featureFromForm = (form: { get(name: string): unknown }): TypedFeature =>
  typedIn(form, featureFields);

/** Features under their categories, both in the order in which they first come. */
export function byCategory<F extends { category: string }>(
  features: readonly F[],
): { category: string; features: F[] }[] {
  const groups = new Map<string, F[]>();
  for (const feature of features) {
    const group = groups.get(feature.category);
    if (group) group.push(feature);
    else groups.set(feature.category, [feature]);
  }
  return [...groups].map(([category, own]) => ({ category, features: own }));
}
