/** Companies × roles: whose voice has been heard, missing voices first. */
import { useState } from "react";
import { Button } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { coreRoles } from "~/domain/chain/role";
import type { ChainCoverage } from "~/domain/report/chain-coverage";
import { useFormat, useText } from "~/i18n/use-text";

/** What is covered and what is missing, in sentences. */
export function CoverageWords({ coverage }: { coverage: ChainCoverage }) {
  const text = useText("report").coverage;
  const { companies, complete, missing, withoutCompany } = coverage;
  return (
    <ul className="grid max-w-prose gap-1">
      <li>{text.all({ k: complete, n: companies.length })}</li>
      {coreRoles.map(
        (role) => missing[role] > 0 && <li key={role}>{text.missing[role]({ n: missing[role] })}</li>,
      )}
      {withoutCompany > 0 && <li>{text.withoutCompany({ n: withoutCompany })}</li>}
    </ul>
  );
}

/** Darker with more answers; the number itself says how many. */
const depth = (n: number) =>
  n === 0
    ? "border-line border-dashed text-muted"
    : n === 1
      ? "border-line bg-sunken"
      : "border-edge bg-sunken font-semibold";

export function CoverageTable({ coverage, first = 15 }: { coverage: ChainCoverage; first?: number }) {
  const text = useText("report").chain;
  const words = useText("roles");
  const format = useFormat();
  const [all, setAll] = useState(false);
  const rows = all ? coverage.companies : coverage.companies.slice(0, first);
  return (
    <>
      <DataTable
        caption={text.table}
        captionHidden
        rows={rows}
        rowKey={({ companyId }) => companyId}
        columns={[
          { key: "company", header: text.company, cell: ({ name }) => name },
          ...coverage.roles.map((role) => ({
            key: role,
            header: words.plural[role],
            cell: ({ byRole }: ChainCoverage["companies"][number]) => (
              <span
                className={`inline-block min-w-10 rounded-sm border px-2 text-center tabular-nums ${depth(byRole[role] ?? 0)}`}
              >
                {byRole[role] ? format.number(byRole[role]) : text.none}
              </span>
            ),
          })),
          {
            key: "missing",
            header: text.missing,
            cell: ({ missing }) =>
              missing.length === 0 ? (
                <span className="text-muted">{text.complete}</span>
              ) : (
                missing.map((role) => words.chain[role]).join(" · ")
              ),
          },
        ]}
      />
      {!all && coverage.companies.length > first && (
        <Button className="mt-3 print:hidden" size="small" onClick={() => setAll(true)}>
          {text.showAll({ n: coverage.companies.length })}
        </Button>
      )}
    </>
  );
}
