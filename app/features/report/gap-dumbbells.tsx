/** Decider and user on each item: two dots and the line between them, with the whole table beneath. */
import { DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { AgreementRow } from "~/domain/report/chain-agreement";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

const compared = ["decider", "user"] as const satisfies readonly ChainRole[];
const at = (mean: number) => `${(100 * (mean - 1)) / 4}%`;

function Dumbbell({ row }: { row: AgreementRow }) {
  const means = compared.flatMap((role) => {
    const own = row.companyWeighted[role];
    return own ? [{ role, mean: own.mean }] : [];
  });
  const [one, other] = means;
  return (
    <svg className="block h-6 w-full overflow-visible px-2" aria-hidden="true">
      <line x1="0" x2="100%" y1="12" y2="12" stroke="var(--line)" strokeWidth="1" />
      {one && other && (
        <line x1={at(one.mean)} x2={at(other.mean)} y1="12" y2="12" stroke="var(--muted)" strokeWidth="4" />
      )}
      {means.map(({ role, mean }) =>
        role === "decider" ? (
          <circle key={role} cx={at(mean)} cy="12" r="6" fill="var(--decider)" stroke="var(--surface)" />
        ) : (
          <svg key={role} x={at(mean)} y="12" overflow="visible" aria-hidden="true">
            <rect x="-5.5" y="-5.5" width="11" height="11" fill="var(--user)" stroke="var(--surface)" />
          </svg>
        ),
      )}
    </svg>
  );
}

/** On a phone the name stands above its line. */
const columns = "grid-cols-[1fr_3.5rem] sm:grid-cols-[12rem_1fr_3.5rem]";

export function GapDumbbells({ rows }: { rows: readonly AgreementRow[] }) {
  const language = useLanguage();
  const format = useFormat();
  return (
    <figure className="max-w-3xl">
      <div className="mb-2 flex gap-4">
        {compared.map((role) => (
          <RoleChip key={role} role={role} />
        ))}
      </div>
      <ul>
        {rows.map((row) => (
          <li
            key={row.attribute}
            className={`grid ${columns} items-center gap-x-3 border-line border-b py-1`}
          >
            <span className="col-span-2 text-sm leading-snug sm:col-span-1">{row.name[language]}</span>
            <Dumbbell row={row} />
            <span className="text-end text-muted text-sm tabular-nums">
              {row.gap.ok ? signed(format.figure(row.gap.value.gap, "number", 1), row.gap.value.gap) : "–"}
            </span>
          </li>
        ))}
      </ul>
      <div aria-hidden="true" className={`grid ${columns} gap-x-3 text-muted text-xs`}>
        <span className="hidden sm:block" />
        <span className="flex justify-between px-1">
          {[1, 2, 3, 4, 5].map((point) => (
            <span key={point}>{point}</span>
          ))}
        </span>
        <span />
      </div>
    </figure>
  );
}

const signed = (written: string, gap: number) => (gap > 0 ? `+${written}` : written);

/** Every figure of the agreement: both weightings, the gap with its interval, α and r_wg. */
export function AgreementTable({ rows, caption }: { rows: readonly AgreementRow[]; caption: string }) {
  const text = useText("chain");
  const report = useText("report").chain;
  const words = useText("roles");
  const reasons = useText("reasons");
  const format = useFormat();
  const language = useLanguage();
  return (
    <>
      <DataTable
        caption={caption}
        captionHidden
        rows={rows}
        rowKey={({ attribute }) => attribute}
        columns={[
          { key: "item", header: text.item, cell: ({ name }) => name[language] },
          ...compared.map((role) => ({
            key: role,
            header: `${words.chain[role]}, ${text.perCompany} (${text.perPerson})`,
            numeric: true,
            cell: ({ companyWeighted, byRole }: AgreementRow) => {
              const [company, person] = [companyWeighted[role], byRole[role]];
              return company && person
                ? `${format.figure(company.mean, "number", 2)} (${format.figure(person.mean, "number", 2)})`
                : "–";
            },
          })),
          {
            key: "gap",
            header: text.gap,
            numeric: true,
            cell: ({ gap }) =>
              gap.ok
                ? format.interval(gap.value.gap, gap.value.interval, { unit: "number", digits: 2 })
                : reasons[gap.reason],
            sortBy: ({ gap }) => (gap.ok ? Math.abs(gap.value.gap) : null),
          },
          {
            key: "pairs",
            header: report.pairs,
            numeric: true,
            cell: ({ gap }) => (gap.ok ? format.number(gap.value.companies) : "–"),
          },
          {
            key: "judged",
            header: report.judged,
            cell: ({ adjustedP }) =>
              adjustedP === null ? "–" : adjustedP < 0.05 ? report.certain : report.notCertain,
          },
          {
            key: "alpha",
            header: text.alpha,
            numeric: true,
            cell: ({ alpha }) =>
              alpha.ok
                ? alpha.value.interval
                  ? format.interval(alpha.value.alpha, alpha.value.interval, { unit: "number", digits: 2 })
                  : format.figure(alpha.value.alpha, "number", 2)
                : "–",
            sortBy: ({ alpha }) => (alpha.ok ? alpha.value.alpha : null),
          },
          {
            key: "rwg",
            header: text.rwg,
            numeric: true,
            cell: ({ withinCompany }) =>
              withinCompany ? format.figure(withinCompany.mean, "number", 2) : "–",
            sortBy: ({ withinCompany }) => withinCompany?.mean ?? null,
          },
        ]}
      />
      <p className="mt-1 flex flex-wrap gap-x-4">
        <MethodLink method="role-gap" of={text.gap} />
        <MethodLink method="krippendorff-alpha" of={text.alpha} />
        <MethodLink method="within-company-agreement" of={text.rwg} />
        <MethodLink method="company-weighted-share" of={text.perCompany} />
      </p>
    </>
  );
}
