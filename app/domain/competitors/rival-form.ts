/** What a person types to describe a competitor, and what it means. */
import { z } from "zod";
import { firstProblems, typedIn, typedText } from "../typed";
import { type PricingPlan, type RivalStatus, rivalStatuses } from "./rival";

export const rivalTexts = ["name", "status", "positioning", "segments", "links", "notes"] as const;
export type TypedPlan = Record<"name" | "price" | "note", string>;
export type TypedRival = Record<(typeof rivalTexts)[number], string> & { plans: TypedPlan[] };
export type RivalField = (typeof rivalTexts)[number] | "plans";
export type RivalProblem =
  | "missing"
  | "too-long"
  | "not-offered"
  | "not-a-link"
  | "not-a-price"
  | "plan-name";

export type Rival = {
  name: string;
  status: RivalStatus;
  positioning: string;
  segments: string;
  plans: PricingPlan[];
  links: string[];
  notes: string;
};

export const planLimit = 6;

const refuse = (problem: RivalProblem) => ({ error: problem });
const line = (longest: number) => z.string().trim().max(longest, refuse("too-long"));

/** Only addresses of the web become links: anything else could run in the reader's browser. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

const linksSchema = z
  .string()
  .transform((typed) => [...new Set(typed.split(/\s+/).filter(Boolean))])
  .refine((links) => links.every(isWebAddress), refuse("not-a-link"))
  .refine((links) => links.length <= 10 && links.every((link) => link.length <= 500), refuse("too-long"));

/** "1,200", "￥99" and "９９" are prices; an empty field is "on request". */
const priceOf = (typed: string) => typed.normalize("NFKC").replace(/[,\s¥$€£元]/g, "");

const planSchema = z
  .object({ name: line(60), price: z.string().transform(priceOf), note: line(200) })
  .refine(({ price }) => price === "" || /^\d{1,12}(\.\d+)?$/.test(price), refuse("not-a-price"))
  .refine(({ name }) => name !== "", refuse("plan-name"))
  .transform(({ name, price, note }) => ({ name, price: price === "" ? null : Number(price), note }));

const isFilled = (plan: TypedPlan) => Object.values(plan).some((typed) => typed.trim() !== "");

/** Plans as typed, blank rows left out. */
export const plansSchema = z
  .array(z.object({ name: z.string(), price: z.string(), note: z.string() }))
  .transform((plans) => plans.filter(isFilled))
  .pipe(z.array(planSchema).max(planLimit, refuse("too-long")));

const rivalSchema = z.object({
  name: line(60).min(1, refuse("missing")),
  status: z.enum(rivalStatuses, refuse("not-offered")),
  positioning: line(300),
  segments: line(300),
  plans: plansSchema,
  links: linksSchema,
  notes: line(2000),
});

export type ReadRival =
  | { ok: true; rival: Rival }
  | { ok: false; problems: Partial<Record<RivalField, RivalProblem>> };

/** Reads the form of a competitor; with problems, the first of each field is told. */
export function readRival(typed: TypedRival): ReadRival {
  const read = rivalSchema.safeParse(typed);
  if (read.success) return { ok: true, rival: read.data };
  return { ok: false, problems: firstProblems(read.error) };
}

/** A competitor back in the form. */
export const typedRival = (rival: Rival): TypedRival => ({
  name: rival.name,
  status: rival.status,
  positioning: rival.positioning,
  segments: rival.segments,
  plans: typedPlans(rival.plans),
  links: rival.links.join("\n"),
  notes: rival.notes,
});

export const typedPlans = (plans: readonly PricingPlan[]): TypedPlan[] =>
  plans.map(({ name, price, note }) => ({ name, price: price === null ? "" : String(price), note }));

type PostedForm = { get(name: string): unknown; getAll(name: string): unknown[] };

/** The rows of plans as a browser posted them. */
export function plansFromForm(form: PostedForm): TypedPlan[] {
  const [prices, notes] = [form.getAll("planPrice"), form.getAll("planNote")];
  return form.getAll("planName").map((name, row) => ({
    name: typedText(name),
    price: typedText(prices[row]),
    note: typedText(notes[row]),
  }));
}

export const rivalFromForm = (form: PostedForm): TypedRival => ({
  ...typedIn(form, rivalTexts),
  plans: plansFromForm(form),
});
