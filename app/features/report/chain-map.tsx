/** Companies × roles as a heat map of who is for us and who against, and how many companies show each pattern. */
import { Link } from "@remix-run/react";
import { useState } from "react";
import { Button } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import type { ChainRole } from "~/domain/chain/role";
import type { ChainPattern, CompanyChain, Leaning } from "~/domain/report/company-chain";
import { useFormat, useText } from "~/i18n/use-text";

const looks: Record<Leaning, string> = {
  for: "bg-positive-soft text-positive",
  against: "bg-negative-soft text-negative",
  split: "bg-sunken text-ink",
};
const marks: Record<Leaning, string> = { for: "+", against: "−", split: "±" };

/** What a page needs of a company for its row. */
export type ChainRow = Pick<CompanyChain, "companyId" | "name" | "pattern" | "alignment"> & {
  stances: Pick<CompanyChain["stances"][number], "role" | "people" | "leaning">[];
};

function Stance({ row, role }: { row: ChainRow; role: ChainRole }) {
  const text = useText("chain");
  const stance = row.stances.find((one) => one.role === role);
  if (!stance)
    return (
      <td className="border border-edge border-dashed px-1 text-center text-muted">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{text.missing}</span>
      </td>
    );
  const { leaning, people } = stance;
  if (!leaning) return <td className="px-1 text-center text-muted text-xs">{text.noLeaning}</td>;
  return (
    <td className={`px-1 text-center text-sm ${looks[leaning]}`} style={{ printColorAdjust: "exact" }}>
      <span aria-hidden="true">{marks[leaning]} </span>
      <span className="sr-only sm:not-sr-only">{text.leaning[leaning]}</span>
      {people > 1 && <span className="text-xs"> ×{people}</span>}
    </td>
  );
}

const atFirst = 15;

export function ChainMap({
  rows,
  roles,
  base,
  filter,
}: {
  rows: readonly ChainRow[];
  roles: readonly ChainRole[];
  base: string;
  /** The end of the address that says whose answers count. */
  filter: string;
}) {
  const text = useText("chain");
  const words = useText("roles");
  const format = useFormat();
  const [all, setAll] = useState(false);
  const folded = !all && rows.length > atFirst;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="sideways" aria-label={text.mapTitle} tabIndex={0}>
        <table className="w-full border-separate border-spacing-1 text-sm">
          <caption className="sr-only">{text.mapTitle}</caption>
          <thead>
            <tr className="text-muted">
              <th scope="col" className="pe-2 text-start align-bottom font-medium">
                {text.company}
              </th>
              {roles.map((role) => (
                <th
                  key={role}
                  scope="col"
                  className="min-w-14 px-1 text-center align-bottom font-medium text-xs"
                >
                  {words.chain[role]}
                </th>
              ))}
              <th scope="col" className="px-2 text-start align-bottom font-medium">
                {text.patternColumn}
              </th>
              <th scope="col" className="px-2 text-end align-bottom font-medium" title={text.alignmentHint}>
                {text.alignment}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr
                key={row.companyId}
                className={folded && index >= atFirst ? "hidden print:table-row" : undefined}
              >
                <th scope="row" className="min-w-28 py-1.5 pe-2 text-start font-normal leading-snug">
                  <Link className="link" to={`${base}/chain/${row.companyId}${filter}`}>
                    {row.name}
                  </Link>
                </th>
                {roles.map((role) => (
                  <Stance key={role} row={row} role={role} />
                ))}
                <td className="min-w-28 px-2 text-xs">{text.pattern[row.pattern]}</td>
                <td className="px-2 text-end tabular-nums">
                  {row.alignment === null ? "–" : format.figure(row.alignment, "number", 2)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="mt-1">
        <MethodLink method="chain-pattern" />
      </p>
      {folded && (
        <Button
          className="mt-3 print:hidden [@media(scripting:none)]:hidden"
          size="small"
          onClick={() => setAll(true)}
        >
          {text.showAll({ n: rows.length })}
        </Button>
      )}
    </>
  );
}

export function PatternTable({ counts }: { counts: readonly { pattern: ChainPattern; n: number }[] }) {
  const text = useText("chain");
  const format = useFormat();
  return (
    <DataTable
      caption={text.patterns}
      captionHidden
      rows={counts}
      rowKey={({ pattern }) => pattern}
      columns={[
        { key: "pattern", header: text.patternColumn, cell: ({ pattern }) => text.pattern[pattern] },
        { key: "n", header: text.companyCount, numeric: true, cell: ({ n }) => format.number(n) },
        { key: "means", header: text.patternMeaning, cell: ({ pattern }) => text.patternMeans[pattern] },
      ]}
    />
  );
}
