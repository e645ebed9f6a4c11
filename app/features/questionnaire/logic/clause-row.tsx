import { useId } from "react";
import { Button } from "~/components/button";
import { type Askable, askableAt } from "~/domain/questionnaire/condition-questions";
import {
  type Clause,
  clauseOperators,
  takesList,
  takesNothing,
  typedValue,
} from "~/domain/questionnaire/condition-rule";
import { useLanguage, useText } from "~/i18n/use-text";
import { askingAbout, comparing, type KeyedClause, operatorsFor } from "./condition-state";

type Scalar = string | number | boolean;
type ClauseRowProps = {
  clause: KeyedClause;
  n: number;
  askables: readonly Askable[];
  onChange: (clause: KeyedClause | null) => void;
  removable: boolean;
};

/** The words of a variable in a menu. */
function useAskableLabel() {
  const text = useText("logic").condition;
  const language = useLanguage();
  return ({ title, part, page, name }: Askable) => {
    if (page < 0) return text.drawn({ name });
    if (part === "length") return text.howMany({ title: title[language] });
    return part ? text.part({ title: title[language], part: part[language] }) : title[language];
  };
}

const short = (label: string) => (label.length > 70 ? `${label.slice(0, 68)} …` : label);

/** One comparison: a question, how it is compared, and with what. */
export function ClauseRow({ clause, n, askables, onChange, removable }: ClauseRowProps) {
  const text = useText("logic");
  const labelOf = useAskableLabel();
  const id = useId();
  const askable = askableAt(askables, clause.question);
  return (
    <div className="grid gap-2 @lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_minmax(0,3fr)_auto] @lg:items-start">
      <select
        aria-label={text.condition.question}
        className="control"
        value={askable?.path ?? clause.question}
        onChange={({ target }) => onChange(askingAbout(clause, target.value, askables))}
      >
        <option value="">{text.condition.questionEmpty}</option>
        {clause.question !== "" && !askable && (
          <option value={clause.question}>{text.condition.notAsked({ path: clause.question })}</option>
        )}
        {askables.map((one) => (
          <option key={one.path} value={one.path}>
            {short(labelOf(one))}
          </option>
        ))}
      </select>
      <select
        aria-label={text.condition.operator}
        className="control"
        value={clause.operator}
        onChange={({ target }) => {
          const operator = clauseOperators.find((one) => one === target.value);
          if (operator) onChange(comparing(clause, operator));
        }}
      >
        {operatorsFor(askable, clause.operator).map((operator) => (
          <option key={operator} value={operator}>
            {text.operators[operator]}
          </option>
        ))}
      </select>
      <div>
        {!takesNothing(clause.operator) && (
          <ClauseValue id={id} clause={clause} askable={askable} onChange={onChange} />
        )}
      </div>
      {removable && (
        <Button
          look="plain"
          size="small"
          className="justify-self-start"
          aria-label={text.condition.removeClause({ n })}
          onClick={() => onChange(null)}
        >
          <span aria-hidden="true">✕</span>
        </Button>
      )}
    </div>
  );
}

const listOf = ({ value }: Clause): Scalar[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

type ClauseValueProps = {
  id: string;
  clause: KeyedClause;
  askable: Askable | null;
  onChange: (clause: KeyedClause) => void;
};

function ClauseValue({ id, clause, askable, onChange }: ClauseValueProps) {
  const text = useText("logic").condition;
  const language = useLanguage();
  const chosen = listOf(clause);
  const known = askable?.values ?? [];
  const strange = chosen.filter((value) => !known.some((one) => one.value === value));
  const options = [
    ...known.map((one) => ({ value: one.value, label: one.text[language] })),
    ...strange.map((value) => ({ value, label: String(value) })),
  ];
  if (takesList(clause.operator))
    return (
      <fieldset className="max-h-64 overflow-y-auto rounded-md border border-edge px-3 py-1">
        <legend className="sr-only">{text.values}</legend>
        {options.map(({ value, label }) => (
          <label key={JSON.stringify(value)} className="flex min-h-9 items-center gap-2 text-sm">
            <input
              type="checkbox"
              className="size-4 shrink-0"
              checked={chosen.includes(value)}
              onChange={({ target }) => {
                const kept = options
                  .map((one) => one.value)
                  .filter((one) => chosen.includes(one) || one === value);
                onChange({ ...clause, value: target.checked ? kept : chosen.filter((one) => one !== value) });
              }}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    );
  if (known.length > 0)
    return (
      <select
        aria-label={text.value}
        className="control"
        value={clause.value === undefined ? "" : JSON.stringify(clause.value)}
        onChange={({ target }) => {
          const { value: _, ...rest } = clause;
          onChange(target.value === "" ? rest : { ...clause, value: JSON.parse(target.value) });
        }}
      >
        <option value="">{text.valueEmpty}</option>
        {options.map(({ value, label }) => (
          <option key={JSON.stringify(value)} value={JSON.stringify(value)}>
            {label}
          </option>
        ))}
      </select>
    );
  const numeric = askable?.kind === "number";
  return (
    <input
      id={id}
      aria-label={text.value}
      className="control"
      type={numeric ? "number" : "text"}
      step="any"
      min={numeric ? askable.min : undefined}
      max={numeric ? askable.max : undefined}
      defaultValue={clause.value === undefined ? "" : String(clause.value)}
      onChange={({ target }) => {
        const { value: _, ...rest } = clause;
        if (target.value.trim() === "") return onChange(rest);
        const typed = numeric ? typedValue(target.value) : target.value;
        onChange(typeof typed === "object" ? rest : { ...clause, value: typed });
      }}
    />
  );
}
