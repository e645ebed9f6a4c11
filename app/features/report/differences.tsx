/** Where decider and user certainly differ, from the side of the one who cares more. */
import { MethodLink } from "~/components/method-link";
import { RoleChip } from "~/components/tag";
import type { DecisionChainReport } from "~/domain/report/decision-chain-report";
import { useFormat, useText } from "~/i18n/use-text";
import { useAttributeName } from "./anchor-charts";

export function Differences({ rows }: { rows: DecisionChainReport["differences"] }) {
  const text = useText("report").report;
  const figure = useText("figure");
  const format = useFormat();
  const nameOf = useAttributeName();
  if (rows.length === 0) return <p className="max-w-prose text-muted">{text.noDifference}</p>;
  const known = rows.flatMap(({ attribute, gap }) => (gap.ok ? [{ attribute, ...gap.value }] : []));
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      {(["decider", "user"] as const).map((role) => {
        const own = known.filter(({ gap }) => gap > 0 === (role === "decider"));
        if (own.length === 0) return null;
        return (
          <div key={role}>
            <h3 className="flex items-baseline gap-2 text-base">
              <RoleChip role={role} primary />
              <span className="font-normal text-sm">{text.caresMore}</span>
            </h3>
            <ul className="mt-1">
              {own.map(({ attribute, gap, interval: [low, high], companies }) => (
                <li
                  key={attribute}
                  className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-b py-1.5"
                >
                  <span>{nameOf(attribute)}</span>
                  <span className="text-muted text-sm tabular-nums">
                    {text.points({
                      gap: format.number(Math.abs(gap)),
                      range: format.range(gap > 0 ? [low, high] : [-high, -low], "number"),
                    })}{" "}
                    · {figure.companies({ n: companies })}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <p className="sm:col-span-2">
        <MethodLink method="role-gap" />
      </p>
    </div>
  );
}
