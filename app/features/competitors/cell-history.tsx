import { useState } from "react";
import { Button } from "~/components/button";
import type { FeatureMeasure } from "~/domain/competitors/feature-measure";
import type { CellContent } from "~/domain/competitors/matrix-cell";
import { useFormat, useText } from "~/i18n/use-text";
import { useCellWords } from "./cell-mark";
import type { GridCell } from "./use-cells";

/** Every state a cell has had, read when it is opened; an earlier one can be put back. */
export function CellHistory({
  from,
  measure,
  onUse,
}: {
  from: string;
  measure: FeatureMeasure | null;
  onUse: (content: CellContent) => void;
}) {
  const text = useText("competitors").matrix;
  const format = useFormat();
  const wordsOf = useCellWords();
  const [states, setStates] = useState<GridCell[] | "failed" | null>(null);
  const read = async () => {
    try {
      const response = await fetch(from);
      setStates(response.ok ? ((await response.json()) as GridCell[]) : "failed");
    } catch {
      setStates("failed");
    }
  };
  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && void read()}>
      <summary className="link inline-flex min-h-9 items-center text-sm">{text.history}</summary>
      {states === "failed" && <p role="alert">{text.historyFailed}</p>}
      {Array.isArray(states) && (
        <ol className="mt-2 grid gap-2 text-sm">
          {states.map((state, index) => (
            <li key={state.revision} className="border-line border-b pb-2">
              <p className="break-words">{wordsOf(state, measure)}</p>
              <p className="text-muted">
                {text.savedBy({ name: state.savedBy, date: format.dateTime(state.savedAt) })}
              </p>
              {index > 0 && (
                <Button
                  look="plain"
                  size="small"
                  onClick={() => {
                    const { support, quality, amount, note, source, checkedOn } = state;
                    onUse({ support, quality, amount, note, source, checkedOn });
                  }}
                >
                  {text.use}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
