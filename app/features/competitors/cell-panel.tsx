import { type KeyboardEvent, useState } from "react";
import { FieldFrame } from "~/components/field-frame";
import type { FeatureMeasure } from "~/domain/competitors/feature-measure";
import { type CellContent, longestNote, supports } from "~/domain/competitors/matrix-cell";
import { useFormat, useText } from "~/i18n/use-text";
import { AmountField } from "./amount-field";
import { CellHistory } from "./cell-history";
import { SupportMark } from "./cell-mark";
import type { GridCell } from "./use-cells";

type CellPanelProps = {
  /** Tells the fields of two panels on one page apart. */
  id: string;
  title: string;
  measure: FeatureMeasure | null;
  cell: GridCell;
  onChange: (change: Partial<CellContent>) => void;
  /** Where the history is read. */
  historyAt: string;
};

const qualities = [1, 2, 3, 4, 5];

/** Kept while it is typed; handed over when the field is left, so that the history holds thoughts and not letters. */
function Line({
  id,
  label,
  hint,
  value,
  onCommit,
}: {
  id: string;
  label: string;
  hint?: string;
  value: string;
  onCommit: (text: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null) onCommit(typed.trim());
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape") commit();
  };
  return (
    <FieldFrame words={{ name: id, id, label, hint }}>
      <textarea
        id={id}
        aria-describedby={hint && `${id}-hint`}
        rows={2}
        maxLength={longestNote}
        value={typed ?? value}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
        className="control"
      />
    </FieldFrame>
  );
}

/** Everything about one cell, open to be changed. */
export function CellPanel({ id, title, measure, cell, onChange, historyAt }: CellPanelProps) {
  const text = useText("competitors").matrix;
  const format = useFormat();
  return (
    <div className="grid gap-4">
      <div>
        <h3 className="text-base">{title}</h3>
        <p className="text-muted text-sm">
          {cell.revision === 0
            ? text.nobody
            : text.savedBy({ name: cell.savedBy, date: format.dateTime(cell.savedAt) })}
        </p>
      </div>
      {measure ? (
        <AmountField id={`${id}-amount`} {...{ measure, cell, onChange }} />
      ) : (
        <fieldset>
          <legend className="mb-1.5 font-medium">{text.supportLabel}</legend>
          <div className="flex flex-wrap gap-x-4">
            {supports.map((support) => (
              <label key={support} className="inline-flex min-h-11 items-center gap-2">
                <input
                  type="radio"
                  name={`${id}-support`}
                  value={support}
                  checked={cell.support === support}
                  onChange={() => onChange({ support })}
                  className="size-[1.15em]"
                />
                <SupportMark support={support} />
                {text.support[support]}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div className={measure ? "grid" : "grid grid-cols-[5rem_minmax(0,1fr)] gap-4"}>
        {!measure && (
          <FieldFrame words={{ name: "quality", id: `${id}-quality`, label: text.quality }}>
            <select
              id={`${id}-quality`}
              value={cell.quality ?? ""}
              onChange={({ target }) => onChange({ quality: target.value ? Number(target.value) : null })}
              className="control"
            >
              <option value="">{text.noQuality}</option>
              {qualities.map((quality) => (
                <option key={quality} value={quality}>
                  {quality}
                </option>
              ))}
            </select>
          </FieldFrame>
        )}
        <FieldFrame words={{ name: "checkedOn", id: `${id}-day`, label: text.checkedOn }}>
          <input
            id={`${id}-day`}
            type="date"
            value={cell.checkedOn ?? ""}
            onChange={({ target }) => onChange({ checkedOn: target.value || null })}
            className="control min-w-0"
          />
        </FieldFrame>
      </div>
      <Line
        id={`${id}-source`}
        label={text.source}
        hint={text.sourceHint}
        value={cell.source}
        onCommit={(source) => onChange({ source })}
      />
      <Line id={`${id}-note`} label={text.note} value={cell.note} onCommit={(note) => onChange({ note })} />
      {cell.revision > 0 && (
        <CellHistory
          key={cell.revision}
          from={historyAt}
          measure={measure}
          onUse={(content) => onChange(content)}
        />
      )}
    </div>
  );
}
