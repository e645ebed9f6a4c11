import { Link } from "@remix-run/react";
import { Notice } from "~/components/notice";
import type { ChainRole } from "~/domain/chain/role";
import { useText } from "~/i18n/use-text";
import { type ReviewData, ReviewNotice } from "./review-notice";

/** What became of publishing one questionnaire. */
export type Outcome = { role: ChainRole; to: string } & (
  | { kind: "published"; number: number }
  | { kind: "unchanged" }
  | { kind: "changed" }
  | { kind: "refused"; review: ReviewData }
  | { kind: "asked"; review: ReviewData }
);

/** Told once after publishing; `fieldwork` is where the links are. */
export function PublishOutcome({ outcomes, fieldwork }: { outcomes: readonly Outcome[]; fieldwork: string }) {
  const text = useText("questionnaire").publish;
  const roleText = useText("roles");
  const published = outcomes.filter((outcome) => outcome.kind === "published");
  return (
    <div className="mb-6 grid gap-4 empty:hidden">
      {published.length > 0 && (
        <Notice tone="success" live>
          {published.map(({ role, number }) => (
            <p key={role}>{text.published({ role: roleText.chain[role], n: number })}</p>
          ))}
          <Link to={fieldwork} className="link">
            {text.toFieldwork}
          </Link>
        </Notice>
      )}
      {outcomes.map((outcome) => {
        const role = roleText.chain[outcome.role];
        switch (outcome.kind) {
          case "published":
            return null;
          case "unchanged":
          case "changed":
            return (
              <Notice key={outcome.role} live tone={outcome.kind === "changed" ? "warn" : "info"}>
                {text[outcome.kind]({ role })}
              </Notice>
            );
          case "refused":
            return (
              <Notice key={outcome.role} live tone="danger">
                {text.refused({ role, n: outcome.review.problems.length })}{" "}
                <Link to={`${outcome.to}/json`} className="link">
                  {text.mend}
                </Link>
              </Notice>
            );
          default:
            return (
              <div key={outcome.role} className="grid gap-3">
                <p role="status" className="font-medium">
                  {text.asked({ role })}
                </p>
                <ReviewNotice review={outcome.review} />
              </div>
            );
        }
      })}
    </div>
  );
}
