import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { ResponseEnd } from "~/domain/questionnaire/endings";
import { useFormat, useText } from "~/i18n/use-text";

type Closed = {
  id: string;
  role: ChainRole;
  outcome: ResponseEnd;
  updatedAt: number;
  companyName: string | null;
};

const shown = 50;

/** Responses that a rule closed before their end: counted here, and in no figure. */
export function ClosedEarly({ rows, base }: { rows: readonly Closed[]; base: string }) {
  const text = useText("results").responses;
  const outcomes = useText("results").outcomes;
  const format = useFormat();
  const n = (outcome: ResponseEnd) => rows.filter((one) => one.outcome === outcome).length;
  return (
    <Section
      title={text.closed}
      lead={text.closedLead({ screenedOut: n("screened-out"), overQuota: n("over-quota") })}
    >
      <DataTable
        caption={text.closed}
        captionHidden
        rows={rows.slice(0, shown)}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "closed",
            header: text.closedAt,
            cell: ({ id, updatedAt }) => (
              <Link className="link" to={`${base}/responses/${id}`}>
                {format.dateTime(updatedAt)}
              </Link>
            ),
          },
          { key: "role", header: text.role, cell: ({ role }) => <RoleChip role={role} /> },
          { key: "outcome", header: text.outcome, cell: ({ outcome }) => outcomes[outcome] },
          { key: "company", header: text.company, cell: (row) => row.companyName ?? text.unknownCompany },
        ]}
      />
      {rows.length > shown && (
        <p className="mt-3 text-muted text-sm">{text.closedNewest({ n: shown, all: rows.length })}</p>
      )}
    </Section>
  );
}
