import { type ReactNode, useState } from "react";
import { SelectField } from "~/components/field";
import { type CellMark, supports } from "~/domain/competitors/matrix-cell";
import { useLanguage, useText } from "~/i18n/use-text";
import { AmountField } from "./amount-field";
import { CellFace, SupportMark } from "./cell-mark";
import type { MatrixFeature, Vendor } from "./matrix";
import type { CellEdit, GridCell } from "./use-cells";

type MatrixListProps = {
  groups: readonly { category: string; features: readonly MatrixFeature[] }[];
  vendors: readonly Vendor[];
  cellOf: (featureId: string, vendor: string) => GridCell;
  marksOf: (cell: GridCell) => CellMark[];
  edit: (edits: readonly CellEdit[]) => void;
  panelOf: (feature: MatrixFeature, vendor: string) => ReactNode;
};

/** The matrix on a phone: one competitor at a time, big targets, the whole cell on request. */
export function MatrixList({ groups, vendors, cellOf, marksOf, edit, panelOf }: MatrixListProps) {
  const all = useText("competitors");
  const text = all.matrix;
  const language = useLanguage();
  const [vendor, setVendor] = useState(vendors[0]?.key ?? "");
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className="grid gap-6">
      <SelectField
        name="vendor"
        label={text.competitor}
        value={vendor}
        onChange={({ target }) => setVendor(target.value)}
        options={vendors.map(({ key, name }) => ({ value: key, label: name }))}
      />
      {groups.map(({ category, features }) => (
        <section key={category} aria-label={category || all.features.noCategory}>
          {(category || groups.length > 1) && (
            <h3 className="text-base">{category || all.features.noCategory}</h3>
          )}
          <ul>
            {features.map((feature) => {
              const { id, name, measure } = feature;
              const cell = cellOf(id, vendor);
              return (
                <li key={id} className="grid gap-2 border-line border-b py-3">
                  <button
                    type="button"
                    aria-expanded={open === id}
                    onClick={() => setOpen(open === id ? null : id)}
                    className="flex min-h-11 items-center justify-between gap-3 text-start font-medium"
                  >
                    {name[language]}
                    <CellFace cell={cell} measure={measure} marks={marksOf(cell)} />
                  </button>
                  {open === id && panelOf(feature, vendor)}
                  {open !== id && measure && (
                    <AmountField
                      id={`list-${id}`}
                      {...{ measure, cell }}
                      label={<span className="sr-only">{name[language]}</span>}
                      onChange={(change) => edit([{ featureId: id, vendor, change }])}
                    />
                  )}
                  {open !== id && !measure && (
                    <fieldset className="flex gap-1" aria-label={name[language]}>
                      {supports.map((support) => (
                        <button
                          key={support}
                          type="button"
                          aria-pressed={cell.support === support}
                          onClick={() => edit([{ featureId: id, vendor, change: { support } }])}
                          className="flex min-h-11 flex-auto flex-wrap items-center justify-center gap-1 rounded-md px-2 text-xs border border-line aria-pressed:border-ink aria-pressed:bg-sunken"
                        >
                          <SupportMark support={support} />
                          {text.support[support]}
                        </button>
                      ))}
                    </fieldset>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
