/** Puts the report together: the same input gives the same document, whoever computes it and when. */
import { atOnce, type Steps } from "../../steps";
import { filterEvidence } from "../evidence-filter";
import { chainChapter } from "./chapter-chain";
import { competitorsChapter } from "./chapter-competitors";
import { executiveChapter } from "./chapter-executive";
import { gatesChapter } from "./chapter-gates";
import { marketChapter } from "./chapter-market";
import { moneyChapter } from "./chapter-money";
import { needsChapter } from "./chapter-needs";
import { pmfChapter } from "./chapter-pmf";
import { priceChapter } from "./chapter-price";
import { qualityChapter } from "./chapter-quality";
import { factSteps } from "./facts";
import { type Chapter, edition, type ReportDocument } from "./report-document";
import type { ReportContext, ReportInput } from "./report-input";

const inOrder = [
  executiveChapter,
  chainChapter,
  needsChapter,
  pmfChapter,
  competitorsChapter,
  priceChapter,
  marketChapter,
  moneyChapter,
  gatesChapter,
  qualityChapter,
];
/** What can be said before anybody has answered. */
const withoutAnswers = [marketChapter, moneyChapter];

const isSteps = (made: object): made is Steps<Chapter> => "next" in made;

/** When, and by what, a document is computed. */
export type Made = { computedAt: number; version: string };

const collator = new Intl.Collator("zh-CN", { numeric: true });

/**
 * The whole report of a study. Chapters without data are left out; without any response those that rest on answers are.
 * `computedAt` (epoch ms) and `version` only say when and by what it was computed. Each fact and each chapter is a step or several.
 */
export function* documentSteps(input: ReportInput, { computedAt, version }: Made): Steps<ReportDocument> {
  const { study, filter } = input;
  const evidence = filter ? filterEvidence(input.evidence, filter.by) : input.evidence;
  const companies = new Set(evidence.flatMap(({ companyId }) => companyId ?? [])).size;
  const context: ReportContext = { ...input, evidence, companies, compare: collator.compare };
  yield;
  const facts = yield* factSteps(context);
  const chapters: Chapter[] = [];
  for (const chapter of evidence.length > 0 ? inOrder : withoutAnswers) {
    yield;
    const made = chapter(context, facts) ?? [];
    chapters.push(...[isSteps(made) ? yield* made : made].flat());
  }
  return {
    format: 1,
    edition,
    product: study.product,
    sample: study.sample,
    currency: study.currency,
    rule: study.rule,
    ...{ version, computedAt, companies },
    responses: evidence.length,
    ...(filter && { filter: { said: filter.said, of: filter.all } }),
    lastResponseAt: evidence.reduce<number | null>((last, one) => Math.max(last ?? 0, one.completedAt), null),
    chapters,
  };
}

export const buildDocument = (input: ReportInput, made: Made): ReportDocument =>
  atOnce(documentSteps(input, made));
