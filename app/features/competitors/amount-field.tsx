import { type KeyboardEvent, type ReactNode, useState } from "react";
import { FieldFrame } from "~/components/field-frame";
import { type FeatureMeasure, readAmount } from "~/domain/competitors/feature-measure";
import type { CellContent } from "~/domain/competitors/matrix-cell";
import { useText } from "~/i18n/use-text";

/** The unit of a measured feature, and which way is better. */
export function MeasureWords({ measure: { unit, better } }: { measure: FeatureMeasure }) {
  const text = useText("competitors").feature;
  return (
    <span className="block font-normal text-muted text-xs">
      {unit} · {text.betterWords[better]}
    </span>
  );
}

type AmountFieldProps = {
  id: string;
  measure: FeatureMeasure;
  cell: CellContent;
  /** In place of "Amount", where the field stands among others. */
  label?: ReactNode;
  onChange: (change: Partial<CellContent>) => void;
};

/** Types an amount; it is handed over when the field is left or Enter is pressed, and kept as typed when it is none. */
export function AmountField({ id, measure, cell, label, onChange }: AmountFieldProps) {
  const text = useText("competitors").matrix;
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? undefined : readAmount(typed);
  const commit = () => {
    if (typed === null || read === "unreadable") return;
    onChange({ amount: read ?? null });
    setTyped(null);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === "Enter") commit();
  };
  const error = read === "unreadable" ? text.amountProblem : null;
  return (
    <FieldFrame words={{ name: id, id, label: label ?? text.amount, error }}>
      <div className="flex items-center gap-2">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          value={typed ?? cell.amount ?? ""}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={commit}
          onKeyDown={onKeyDown}
          className="control min-w-0"
        />
        <MeasureWords measure={measure} />
      </div>
    </FieldFrame>
  );
}
