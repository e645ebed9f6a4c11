import type { FeatureMeasure } from "~/domain/competitors/feature-measure";
import type { CellContent, CellMark, Support } from "~/domain/competitors/matrix-cell";
import { useFormat, useText } from "~/i18n/use-text";

const shapes: Record<Support, { path: string; filled: boolean; colour: string }> = {
  yes: { path: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z", filled: true, colour: "text-positive" },
  partial: { path: "M8 2a6 6 0 0 0 0 12z", filled: true, colour: "text-caution" },
  no: { path: "M4 4l8 8M12 4l-8 8", filled: false, colour: "text-negative" },
  unknown: { path: "M5 8h6", filled: false, colour: "text-muted" },
};

/** Full, half, cross or dash: shape and colour; its word stands beside it or is read out. */
export function SupportMark({ support }: { support: Support }) {
  const { path, filled, colour } = shapes[support];
  return (
    <svg viewBox="0 0 16 16" className={`size-4 shrink-0 ${colour}`} aria-hidden="true">
      {support === "partial" && (
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      )}
      <path d={path} fill={filled ? "currentColor" : "none"} stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}

const signs: Record<CellMark, string> = { unsourced: "*", stale: "†" };

/** Amounts are kept as typed; more decimals than this nobody reads. */
const amountDigits = 4;

/** An amount with its unit: "5,490 ¥ / month". */
export function useAmountWords() {
  const format = useFormat();
  return (amount: number, { unit }: FeatureMeasure) => `${format.number(amount, amountDigits)} ${unit}`;
}

function JudgedFace({ support, quality }: CellContent) {
  const text = useText("competitors").matrix;
  return (
    <>
      <SupportMark support={support} />
      <span className="sr-only">{text.support[support]}</span>
      {quality !== null && (
        <>
          <span aria-hidden="true" className="tabular-nums">
            {quality}
          </span>
          <span className="sr-only">{text.qualityOf({ quality })}</span>
        </>
      )}
    </>
  );
}

function MeasuredFace({ amount, unit }: { amount: number | null; unit: string }) {
  const text = useText("competitors").matrix;
  const format = useFormat();
  if (amount !== null)
    return (
      <>
        <span className="tabular-nums">{format.number(amount, amountDigits)}</span>
        <span className="sr-only">{unit}</span>
      </>
    );
  return (
    <>
      <SupportMark support="unknown" />
      <span className="sr-only">{text.support.unknown}</span>
    </>
  );
}

/** A cell in the space of a few letters. */
export function CellFace({
  cell,
  measure,
  marks,
}: {
  cell: CellContent;
  measure: FeatureMeasure | null;
  marks: readonly CellMark[];
}) {
  const text = useText("competitors").matrix;
  return (
    <span className="inline-flex items-center gap-1">
      {measure ? <MeasuredFace amount={cell.amount} unit={measure.unit} /> : <JudgedFace {...cell} />}
      {marks.map((mark) => (
        <span key={mark} className="text-caution" title={text.marks[mark]}>
          <span aria-hidden="true">{signs[mark]}</span>
          <span className="sr-only">{text.marks[mark]}</span>
        </span>
      ))}
    </span>
  );
}

/** A cell in words, for lists and conflicts. */
export function useCellWords() {
  const text = useText("competitors").matrix;
  const amountOf = useAmountWords();
  return (
    { support, quality, amount, note, source, checkedOn }: CellContent,
    measure: FeatureMeasure | null,
  ) => {
    const judged = [text.support[support], quality !== null && text.qualityOf({ quality })];
    const measured = measure && [amount === null ? text.support.unknown : amountOf(amount, measure)];
    return [...(measured ?? judged), note, source, checkedOn].filter(Boolean).join(" · ");
  };
}
