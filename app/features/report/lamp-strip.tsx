/** The three lamps of product-market fit: shape, word and colour, never blended. */
import type { LampState, ThreeLamps } from "~/domain/pmf/three-lamps";
import type { PmfRule } from "~/domain/study/study";
import { useFormat, useText } from "~/i18n/use-text";

const looks: Record<LampState, string> = {
  on: "border-positive bg-positive",
  off: "border-negative bg-paper",
  undecided: "border-muted bg-sunken",
  dark: "border-line border-dashed bg-paper",
};

export function LampStrip({ lamps, rule }: { lamps: ThreeLamps; rule: PmfRule }) {
  const text = useText("results").pmf;
  const format = useFormat();
  const uses = { uses: rule.minUses, days: rule.windowDays };
  const why = {
    frequency: text.lampWhy.frequency(uses),
    upset: text.lampWhy.upset({ share: format.percent(rule.threshold) }),
    breakEven: text.lampWhy.breakEven,
  };
  return (
    <ul className="grid gap-4 sm:grid-cols-3">
      {(["frequency", "upset", "breakEven"] as const).map((lamp) => (
        <li key={lamp} className="flex gap-3">
          <span
            aria-hidden="true"
            className={`mt-1 size-4 shrink-0 rounded-full border-2 ${looks[lamps[lamp]]}`}
          />
          <div>
            <p className="font-semibold">
              {text.lamp[lamp]}: {text.lampState[lamps[lamp]]}
            </p>
            <p className="text-muted text-sm">{why[lamp]}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
