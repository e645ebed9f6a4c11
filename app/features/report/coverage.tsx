import { coreRoles } from "~/domain/chain/role";
import type { ChainCoverage } from "~/domain/report/chain-coverage";
import { useText } from "~/i18n/use-text";

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
