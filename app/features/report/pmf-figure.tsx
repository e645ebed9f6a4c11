/** The PMF score of one role as a figure, with how it came about. */
import { DataTable } from "~/components/data-table";
import { Figure, type FigureState } from "~/components/figure";
import type { RolePmf } from "~/domain/report/pmf-by-role";
import type { PmfRule } from "~/domain/study/study";
import { useFormat, useText } from "~/i18n/use-text";

/** A verdict only where there is an interval to judge. */
function stateOfPmf({ score }: RolePmf, threshold: number): FigureState {
  if (!score.ok) return { kind: "none", reason: score.reason };
  const { very, n, printAsCount, interval, verdict, howManyMore } = score.value;
  if (printAsCount) return { kind: "few", k: very, n };
  return {
    kind: "value",
    value: score.value.score,
    interval: interval.ok ? interval.value : undefined,
    verdict: verdict.ok ? verdict.value : undefined,
    threshold,
    moreNeeded: howManyMore.ok && howManyMore.value > 0 ? howManyMore.value : undefined,
  };
}

export function PmfFigure({ pmf, rule, answers }: { pmf: RolePmf; rule: PmfRule; answers?: string }) {
  const text = useText("results").pmf;
  const words = useText("roles");
  const format = useFormat();
  const { role, score } = pmf;
  const known = score.ok ? score.value : null;
  const undecided = known?.verdict.ok && known.verdict.value === "undecided";
  return (
    <Figure
      label={text.who({ role: words.plural[role] })}
      state={stateOfPmf(pmf, rule.threshold)}
      n={known?.n ?? 0}
      companies={known?.companies ?? 0}
      method="pmf-score"
      answers={answers}
    >
      {known && !known.printAsCount && (
        <p className="text-muted text-sm">
          {text.point({ share: format.percent(rule.threshold), yes: known.meetsPoint })}{" "}
          {known.na > 0 && text.withNa({ share: format.percent(known.scoreWithNa) })}{" "}
          {undecided && !known.howManyMore.ok && text.noWay}
        </p>
      )}
    </Figure>
  );
}

/** The counts behind the score of each role. */
export function PmfCounts({ scores }: { scores: readonly RolePmf[] }) {
  const text = useText("results").pmf;
  const words = useText("roles");
  const format = useFormat();
  const known = scores.flatMap(({ role, score }) => (score.ok ? [{ role, of: score.value }] : []));
  const lines = [
    ["very", "very"],
    ["somewhat", "somewhat"],
    ["not", "not"],
    ["na", "na"],
    ["screened", "screenedOut"],
  ] as const;
  return (
    <DataTable
      caption={text.table}
      rows={lines.map(([word, key]) => ({ word, key }))}
      rowKey={({ key }) => key}
      columns={[
        { key: "answer", header: text.answer, cell: ({ word }) => text[word] },
        ...known.map(({ role, of }) => ({
          key: role,
          header: words.plural[role],
          numeric: true,
          cell: ({ key }: { key: (typeof lines)[number][1] }) => format.number(of[key]),
        })),
      ]}
    />
  );
}
