/** Companies × roles: whose voice has been heard, missing voices first. */
import { useState } from "react";
import { Button } from "~/components/button";
import { type ChainRole, coreRoles } from "~/domain/chain/role";
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

/** Deeper in the role's colour with more answers; the number itself says how many. */
function Cell({ role, n }: { role: ChainRole; n: number }) {
  const text = useText("report").chain;
  const format = useFormat();
  if (n === 0)
    return (
      <td className="border border-edge border-dashed text-center text-muted">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{text.missing}</span>
      </td>
    );
  const depth = Math.min(55, 12 + 11 * n);
  return (
    <td
      className="border border-surface text-center font-medium tabular-nums"
      style={{
        background: `color-mix(in srgb, var(--${role}) ${depth}%, var(--surface))`,
        printColorAdjust: "exact",
      }}
    >
      {format.number(n)}
    </td>
  );
}

const atFirst = 15;

/** A heat map of complete responses that fits a phone; printed, it shows every company. */
export function CoverageMap({ coverage }: { coverage: ChainCoverage }) {
  const text = useText("report").chain;
  const words = useText("roles");
  const [all, setAll] = useState(false);
  const { companies, roles } = coverage;
  const folded = !all && companies.length > atFirst;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="max-w-2xl sideways" aria-label={text.table} tabIndex={0}>
        <table className="w-full border-separate border-spacing-x-1 border-spacing-y-0.5 text-sm">
          <caption className="sr-only">{text.table}</caption>
          <thead>
            <tr>
              <th scope="col" className="py-1 pe-2 text-start align-bottom font-medium text-muted">
                {text.company}
              </th>
              {roles.map((role) => (
                <th
                  key={role}
                  scope="col"
                  className="w-14 py-1 text-center align-bottom font-medium text-muted text-xs sm:w-24"
                >
                  {words.chain[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {companies.map(({ companyId, name, byRole }, index) => (
              <tr
                key={companyId}
                className={folded && index >= atFirst ? "hidden print:table-row" : undefined}
              >
                <th scope="row" className="min-w-28 py-1.5 pe-2 text-start font-normal leading-snug">
                  {name}
                </th>
                {roles.map((role) => (
                  <Cell key={role} role={role} n={byRole[role] ?? 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="mt-2 text-muted text-xs">{text.legend}</p>
      {folded && (
        <Button
          className="mt-3 print:hidden [@media(scripting:none)]:hidden"
          size="small"
          onClick={() => setAll(true)}
        >
          {text.showAll({ n: companies.length })}
        </Button>
      )}
    </>
  );
}
