/** The three lamps of product-market fit: shape, word and colour, never blended. */
import { Link } from "@remix-run/react";
import { LampDot } from "~/components/lamp-dot";
import type { ThreeLamps } from "~/domain/pmf/three-lamps";
import type { PmfRule } from "~/domain/study/study";
import { useFormat, useText } from "~/i18n/use-text";

/** Months in a row without a loss, how many are required, and the last one; null without books. */
export type Books = { months: number; required: number; last: string } | null;

type LampStripProps = {
  lamps: ThreeLamps;
  rule: PmfRule;
  books: Books;
  /** Where the books are kept. */
  money?: string;
};

export function LampStrip({ lamps, rule, books, money }: LampStripProps) {
  const text = useText("results").pmf;
  const { named } = useText("figure");
  const format = useFormat();
  const uses = { uses: rule.minUses, days: rule.windowDays };
  const why = {
    frequency: text.lampWhy.frequency(uses),
    upset: text.lampWhy.upset({ share: format.percent(rule.threshold) }),
    breakEven: books ? text.lampWhy.breakEven(books) : text.lampWhy.noBooks,
  };
  return (
    <ul className="grid gap-4 sm:grid-cols-3">
      {(["frequency", "upset", "breakEven"] as const).map((lamp) => (
        <li key={lamp} className="flex gap-3">
          <LampDot lamp={lamps[lamp]} />
          <div>
            <p className="font-semibold">
              {named({ name: text.lamp[lamp], said: text.lampState[lamps[lamp]] })}
            </p>
            <p className="text-muted text-sm">{why[lamp]}</p>
            {lamp === "breakEven" && money && (
              <Link to={money} className="link text-sm print:hidden">
                {text.lampMoney}
              </Link>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
