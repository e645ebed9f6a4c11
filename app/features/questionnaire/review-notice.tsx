import { Notice } from "~/components/notice";
import type { ChainRole } from "~/domain/chain/role";
import type { NeededMeasure } from "~/domain/questionnaire/before-publishing";
import type { Problem } from "~/domain/questionnaire/problem";
import { useFormat, useText } from "~/i18n/use-text";
import { ProblemList } from "./problem-list";

/** What stands against publishing, and what its author should know before. */
export type ReviewData = {
  problems: readonly Problem[];
  warnings: readonly Problem[];
  missing: readonly NeededMeasure[];
  differences: readonly { question: string; roles: readonly ChainRole[] }[];
};

/** More problems than these push what they are about off a phone's screen. */
const few = 3;

export function ReviewNotice({ review }: { review: ReviewData }) {
  const text = useText("questionnaire").review;
  const roleText = useText("roles");
  const format = useFormat();
  const { problems, warnings, missing, differences } = review;
  const known = warnings.length + missing.length + differences.length;
  const lost = [...new Set(missing.map((key) => text.lost[key]))];
  if (problems.length + known === 0) return null;
  return (
    <div className="mb-6 grid gap-4">
      {problems.length > 0 && (
        <Notice tone="danger" title={text.problems({ n: problems.length })} folded={problems.length > few}>
          <ProblemList problems={problems} />
        </Notice>
      )}
      {known > 0 && (
        <Notice tone="warn" title={text.warnings({ n: known })} folded>
          <ul className="grid gap-2">
            {differences.map(({ question, roles }) => (
              <li key={question}>
                {text.differs({ question, roles: format.list(roles.map((role) => roleText.chain[role])) })}
              </li>
            ))}
            {lost.map((sentence) => (
              <li key={sentence}>{text.missing({ lost: sentence })}</li>
            ))}
          </ul>
          <ProblemList problems={warnings} />
        </Notice>
      )}
    </div>
  );
}
