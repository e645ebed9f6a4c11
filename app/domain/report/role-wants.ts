/** What each role wants, in a few figures: what matters most, which problems hurt, whom they would choose. */
import type { ChainRole } from "../chain/role";
import type { LocalText } from "../language";
import type { Item } from "../questionnaire/compiled";
import type { MeasureKey } from "../questionnaire/measures";
import type { AnchorRow } from "./anchor-profile";
import type { Evidence } from "./evidence";
import type { QuestionResult } from "./question-results";
import type { Share } from "./tallies";

export type Top = { value: string; text: LocalText; share: Share };
export type RoleWants = {
  role: ChainRole;
  n: number;
  companies: number;
  /** The most important attributes, most important first. */
  attributes: (Pick<AnchorRow, "attribute" | "name"> & { mean: number; n: number })[];
  /** The problems most people ranked. */
  problems: Top[];
  /** What most would choose today. */
  choices: Top[];
};

/** How many of each are worth a leader's glance. */
const most = 3;

function topOptions(results: readonly QuestionResult[], measure: MeasureKey, role: ChainRole): Top[] {
  const question = results.find(({ key }) => key === measure);
  if (question?.kind !== "options") return [];
  return question.options
    .flatMap(({ value, text, byRole }) => {
      const share = byRole[role];
      return share && share.count > 0 ? [{ value, text, share }] : [];
    })
    .sort((a, b) => b.share.count - a.share.count)
    .slice(0, most);
}

/** The questions a summary reads. */
export const isWanted = ({ measure }: Item): boolean =>
  measure === "anchor.problems" || measure === "anchor.choice";

/** One summary a role, in the order given; `results` (at least the wanted ones) and `importance` are those of the same evidence. */
export function roleWants(
  evidence: readonly Evidence[],
  roles: readonly ChainRole[],
  { results, importance }: { results: readonly QuestionResult[]; importance: readonly AnchorRow[] },
): RoleWants[] {
  return roles.map((role) => {
    const own = evidence.filter((one) => one.role === role);
    return {
      role,
      n: own.length,
      companies: new Set(own.flatMap(({ companyId }) => companyId ?? [])).size,
      attributes: importance
        .flatMap(({ attribute, name, byRole }) => {
          const known = byRole[role];
          return known ? [{ attribute, name, mean: known.mean, n: known.n }] : [];
        })
        .sort((a, b) => b.mean - a.mean)
        .slice(0, most),
      problems: topOptions(results, "anchor.problems", role),
      choices: topOptions(results, "anchor.choice", role),
    };
  });
}
