import { Link } from "@remix-run/react";
import { MethodLink } from "~/components/method-link";
import { Panel } from "~/components/section";
import { RoleChip, Tag } from "~/components/tag";
import { Verdict, type VerdictKind } from "~/components/verdict";
import type {
  ChoiceLead,
  CompetitiveResult,
  CompetitiveVerdict as Judged,
  MatrixLead,
} from "~/domain/competitors/competitive-verdict";
import { useFormat, useText } from "~/i18n/use-text";
import type { Vendor } from "./matrix";

type CompetitiveVerdictProps = { base: string; vendors: readonly Vendor[]; verdict: Judged };

const kinds: Record<CompetitiveResult, VerdictKind> = {
  win: "above",
  lose: "below",
  tie: "undecided",
  unknown: "undecided",
};

function Result({ result }: { result: CompetitiveResult }) {
  return <Verdict verdict={kinds[result]} word={useText("competition").verdict.results[result]} />;
}

/** What the two sides of the verdict say, in a line each. */
function useLeadWords(vendors: readonly Vendor[]) {
  const text = useText("competition").verdict;
  const format = useFormat();
  const nameOf = (key: string) => vendors.find((vendor) => vendor.key === key)?.name ?? text.statusQuo;
  const points = (difference: number) => `${difference > 0 ? "+" : ""}${format.number(100 * difference, 0)}`;
  return {
    choice: ({ ours, theirs, rival, difference, interval }: ChoiceLead) => {
      const vendor = nameOf(rival);
      if (!interval) return text.counts({ ours: ours.count, theirs: theirs.count, vendor, n: ours.n });
      const range = format.range([100 * interval[0], 100 * interval[1]], "number", 0);
      return text.lead({ vendor, points: points(difference), range, n: ours.n });
    },
    matrix: ({ ours, theirs, rival, first, known, result }: MatrixLead) =>
      result === "unknown"
        ? text.known({ share: format.percent(known) })
        : text.scores({
            ours: format.percent(ours),
            theirs: format.percent(theirs),
            vendor: nameOf(rival),
            first: format.percent(first),
          }),
  };
}

/** Whether we win, for all and role by role, with what each verdict rests on. */
export function CompetitiveVerdict({ base, vendors, verdict }: CompetitiveVerdictProps) {
  const text = useText("competition").verdict;
  const words = useLeadWords(vendors);
  return (
    <Panel className="mb-10">
      <h2 className="flex flex-wrap items-baseline gap-x-3 text-lg">
        {text.title} <Result result={verdict.result} />
      </h2>
      {verdict.result === "unknown" ? (
        <p className="mt-1 max-w-prose text-muted text-sm">{text.unknown}</p>
      ) : (
        <>
          <p className="mt-1 max-w-prose text-muted text-sm">{text.rule}</p>
          <ul className="mt-3 grid gap-3">
            {verdict.roles.map(({ role, result, restsOn, choice, matrix, contradicted }) => (
              <li
                key={role}
                className="grid items-start gap-x-4 gap-y-0.5 border-line border-t pt-3 sm:grid-cols-[8rem_8rem_minmax(0,1fr)]"
              >
                <RoleChip role={role} primary />
                <Result result={result} />
                <div className="text-sm">
                  {choice && (
                    <p>
                      <span className="text-muted">{text.choice}</span> {words.choice(choice)}{" "}
                      {restsOn === "choice" && <Tag>{text.basis}</Tag>}
                    </p>
                  )}
                  {matrix && (
                    <p>
                      <Link to={`${base}/analysis#${role}`} className="link">
                        {text.matrix}
                      </Link>{" "}
                      {words.matrix(matrix)} {restsOn === "matrix" && <Tag>{text.basis}</Tag>}
                    </p>
                  )}
                  {contradicted && <p className="font-medium text-caution">{text.contradicted}</p>}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <MethodLink method="choice-lead" />
    </Panel>
  );
}
