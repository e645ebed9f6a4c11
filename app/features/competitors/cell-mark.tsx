import type { CellContent, CellMark, Support } from "~/domain/competitors/matrix-cell";
import { useText } from "~/i18n/use-text";

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

/** A cell in the space of a few letters. */
export function CellFace({ cell, marks }: { cell: CellContent; marks: readonly CellMark[] }) {
  const text = useText("competitors").matrix;
  const { support, quality } = cell;
  return (
    <span className="inline-flex items-center gap-1">
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
  return ({ support, quality, note, source, checkedOn }: CellContent) =>
    [text.support[support], quality !== null && text.qualityOf({ quality }), note, source, checkedOn]
      .filter(Boolean)
      .join(" · ");
}
