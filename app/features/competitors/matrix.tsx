import { useCallback, useState } from "react";
import { Button } from "~/components/button";
import { Notice } from "~/components/notice";
import type { KeptCell } from "~/data/features";
import { byCategory } from "~/domain/competitors/feature-form";
import type { FeatureMeasure } from "~/domain/competitors/feature-measure";
import { type CellContent, type CellMark, cellMarks, isKnown } from "~/domain/competitors/matrix-cell";
import type { LocalText } from "~/domain/language";
import { useLanguage, useText } from "~/i18n/use-text";
import { useCellWords } from "./cell-mark";
import { CellPanel } from "./cell-panel";
import { MatrixGrid } from "./matrix-grid";
import { MatrixList } from "./matrix-list";
import { type Conflict, cellKey, type GridCell, unwritten, useCells } from "./use-cells";

export type MatrixFeature = {
  id: string;
  category: string;
  name: LocalText;
  description: string;
  measure: FeatureMeasure | null;
};
export type Vendor = { key: string; name: string };

type MatrixProps = {
  features: readonly MatrixFeature[];
  vendors: readonly Vendor[];
  cells: readonly KeptCell[];
  staleDays: number;
  now: number;
  saveTo: string;
};

/** Cells that two people changed at once, with both versions. */
function Conflicts(props: {
  conflicts: ReadonlyMap<string, Conflict>;
  cellAt: (key: string) => GridCell;
  measureOf: (featureId: string) => FeatureMeasure | null;
  titleOf: (featureId: string, vendor: string) => string;
  resolve: (key: string, keep: "mine" | "theirs") => void;
}) {
  const { conflicts, cellAt, measureOf, titleOf, resolve } = props;
  const text = useText("competitors").matrix;
  const wordsOf = useCellWords();
  if (conflicts.size === 0) return null;
  return (
    <Notice tone="warn" title={text.conflictsTitle} live>
      <p>{text.conflictsBody}</p>
      <ul className="mt-2 grid gap-3">
        {[...conflicts].map(([key, { featureId, vendor, theirs }]) => (
          <li key={key}>
            <p className="font-medium">{titleOf(featureId, vendor)}</p>
            <p>{text.mine({ text: wordsOf(cellAt(key), measureOf(featureId)) })}</p>
            <p>{text.theirs({ name: theirs.savedBy, text: wordsOf(theirs, measureOf(featureId)) })}</p>
            <div className="mt-1 flex flex-wrap gap-2">
              <Button size="small" onClick={() => resolve(key, "mine")}>
                {text.keepMine}
              </Button>
              <Button size="small" onClick={() => resolve(key, "theirs")}>
                {text.takeTheirs}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function Matrix({ features, vendors, cells: initial, staleDays, now, saveTo }: MatrixProps) {
  const text = useText("competitors").matrix;
  const language = useLanguage();
  const { cells, conflicts, state, edit, resolve } = useCells(initial, saveTo);
  const groups = byCategory(features);
  const rows = groups.flatMap((group) => group.features);
  const [place, setPlace] = useState({ row: 0, column: 0 });
  const [pasted, setPasted] = useState<{ n: number; skipped: number } | null>(null);

  const cellAt = (key: string) => cells.get(key) ?? unwritten;
  const marksOf = useCallback(
    // A cell saved a moment ago by this browser is newer than the page.
    (cell: GridCell): CellMark[] => cellMarks(cell, { staleDays, now: Math.max(now, cell.savedAt) }),
    [staleDays, now],
  );
  const measureOf = (featureId: string) => rows.find(({ id }) => id === featureId)?.measure ?? null;
  const titleOf = (featureId: string, vendor: string) =>
    text.cellOf({
      feature: rows.find(({ id }) => id === featureId)?.name[language] ?? featureId,
      vendor: vendors.find(({ key }) => key === vendor)?.name ?? vendor,
    });
  const historyAt = (featureId: string, vendor: string) =>
    `${saveTo}?${new URLSearchParams({ feature: featureId, vendor })}`;
  const panelOf = (id: string, { id: featureId, measure }: MatrixFeature, vendor: string) => (
    <CellPanel
      key={cellKey(featureId, vendor)}
      id={id}
      measure={measure}
      title={titleOf(featureId, vendor)}
      cell={cellAt(cellKey(featureId, vendor))}
      onChange={(change: Partial<CellContent>) => edit([{ featureId, vendor, change }])}
      historyAt={historyAt(featureId, vendor)}
    />
  );

  const shown = rows.flatMap(({ id }) => vendors.map(({ key }) => cellAt(cellKey(id, key))));
  const marked = (mark: CellMark) => shown.filter((cell) => marksOf(cell).includes(mark)).length;
  const feature = rows[place.row] ?? rows[0];
  const vendor = vendors[place.column] ?? vendors[0];
  if (!feature || !vendor) return null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="text-muted text-sm">
        {text.counts({
          cells: shown.length,
          known: shown.filter(isKnown).length,
          unsourced: marked("unsourced"),
          stale: marked("stale"),
        })}
        {" · "}
        <span role="status" className={state === "offline" ? "font-medium text-negative" : undefined}>
          {text.saving[state]}
        </span>
      </p>
      <Conflicts {...{ conflicts, cellAt, measureOf, titleOf, resolve }} />
      {pasted && (
        <Notice tone={pasted.skipped > 0 ? "warn" : "success"} live>
          {text.pasted(pasted)}
        </Notice>
      )}
      <div className="hidden grid-cols-[minmax(0,1fr)_20rem] items-start gap-6 md:grid">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <MatrixGrid
            {...{ groups, rows, vendors, cells, conflicts, place, marksOf, edit }}
            onPlace={setPlace}
            onPasted={setPasted}
            panel="cell-panel"
          />
          <details className="print:hidden">
            <summary className="link inline-flex min-h-9 items-center text-sm">{text.keysTitle}</summary>
            <p className="max-w-prose text-muted text-sm">{text.keys}</p>
          </details>
        </div>
        <aside
          id="cell-panel"
          aria-label={titleOf(feature.id, vendor.key)}
          className="sticky top-4 rounded-md border border-line bg-surface p-4 print:hidden"
        >
          {panelOf("wide", feature, vendor.key)}
        </aside>
      </div>
      <div className="md:hidden">
        <MatrixList
          {...{ groups, vendors, marksOf, edit }}
          cellOf={(featureId, key) => cellAt(cellKey(featureId, key))}
          panelOf={(one, key) => panelOf(`narrow-${one.id}`, one, key)}
        />
      </div>
    </div>
  );
}
