/** What a column of a table or one of several fields is beside its wording: the kind of answer, its limits, its choices. */
import { isObject, listOf, type PathPart } from "~/domain/questionnaire/draft-tree";
import { useText } from "~/i18n/use-text";
import { EntriesField } from "./entries-field";
import { FlagField, NumberField, PickField } from "./fields";
import { cellTypes, inputTypes } from "./type-settings";

type EntrySettingsProps = {
  /** A column of a table, or a field of several. */
  of: "column" | "field";
  path: readonly PathPart[];
  entry: unknown;
  called: string;
};

const withChoices: readonly unknown[] = ["dropdown", "checkbox", "radiogroup"];

export function EntrySettings({ of, path, entry, called }: EntrySettingsProps) {
  const text = useText("editor");
  if (!isObject(entry)) return null;
  const at = (property: string) => [...path, property];
  const kind = of === "field" ? "text" : typeof entry.cellType === "string" ? entry.cellType : cellTypes[0];
  const numeric = kind === "text" && (entry.inputType === "number" || entry.inputType === "range");
  const number = (property: "min" | "max" | "rateMin" | "rateMax") => (
    <NumberField path={at(property)} label={text.setting[property]} value={entry[property]} />
  );
  return (
    <details>
      <summary className="min-h-9 cursor-pointer py-1.5 text-sm">
        {text.entries.settings({ entry: called })}
      </summary>
      <div className="grid gap-3 py-2">
        {of === "column" && (
          <PickField
            path={at("cellType")}
            label={text.entries.cell}
            value={kind}
            options={cellTypes.map((value) => ({ value, label: text.cell[value] ?? value }))}
          />
        )}
        {kind === "text" && (
          <PickField
            path={at("inputType")}
            label={text.setting.inputType}
            value={entry.inputType ?? inputTypes[0]}
            options={inputTypes.map((value) => ({ value, label: text.option[value] ?? value }))}
          />
        )}
        {numeric && (
          <div className="grid grid-cols-2 gap-3">
            {number("min")}
            {number("max")}
          </div>
        )}
        {kind === "rating" && (
          <div className="grid grid-cols-2 gap-3">
            {number("rateMin")}
            {number("rateMax")}
          </div>
        )}
        <FlagField path={at("isRequired")} label={text.setting.isRequired} value={entry.isRequired} />
        {withChoices.includes(kind) && (
          <div className="grid gap-1">
            <EntriesField
              path={at("choices")}
              list="values"
              label={text.entries.ownChoices({ entry: called })}
              value={entry.choices}
            />
            {listOf(entry.choices).length === 0 && (
              <p className="text-muted text-sm">{text.entries.sharedChoices}</p>
            )}
          </div>
        )}
      </div>
    </details>
  );
}
