/** The same figures with and without the flagged responses. */
import { DataTable } from "~/components/data-table";
import type { SideResult } from "~/domain/quality/side-by-side";
import { useFormat, useText } from "~/i18n/use-text";

export function SideTable({ results }: { results: readonly SideResult[] }) {
  const text = useText("quality");
  const { plural } = useText("roles");
  const figure = useText("figure");
  const format = useFormat();
  const first = results[0];
  if (!first) return null;
  const pmf = (row: SideResult, at: number) => {
    const score = row.pmf[at]?.score;
    if (!score?.ok) return "–";
    const { n, very, printAsCount, interval } = score.value;
    if (printAsCount) return figure.kOfN({ k: very, n });
    return interval.ok
      ? format.interval(score.value.score, interval.value, { count: n })
      : format.percent(score.value.score);
  };
  return (
    <DataTable
      caption={text.sideTitle}
      captionHidden
      rows={results}
      rowKey={({ side }) => side}
      columns={[
        {
          key: "side",
          header: text.side,
          cell: ({ side }) => (
            <>
              {text.sides[side]}
              <span className="block font-normal text-muted text-xs">{text.sideHints[side]}</span>
            </>
          ),
        },
        { key: "all", header: text.all, numeric: true, cell: (row) => format.number(row.responses) },
        ...first.byRole.map(({ role }, at) => ({
          key: role,
          header: plural[role],
          numeric: true,
          cell: (row: SideResult) => format.number(row.byRole[at]?.n ?? 0),
        })),
        ...first.pmf.map(({ role }, at) => ({
          key: `pmf-${role}`,
          header: text.pmfOf({ role: plural[role] }),
          numeric: true,
          cell: (row: SideResult) => pmf(row, at),
        })),
      ]}
    />
  );
}
