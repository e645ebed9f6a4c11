/** A condition built from menus, shown as a sentence, kept as SurveyJS's expression. */
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { Button } from "~/components/button";
import type { Expression } from "~/domain/questionnaire/compiled";
import type { Askable } from "~/domain/questionnaire/condition-questions";
import { isGroup, type Join, readRule, writeRule } from "~/domain/questionnaire/condition-rule";
import { useLanguage, useText } from "~/i18n/use-text";
import { conditionSentence } from "../condition-sentence";
import { ClauseRow } from "./clause-row";
import {
  type Building,
  builtRule,
  changed,
  joined,
  type KeyedGroup,
  startBuilding,
  withClause,
  withGroup,
  withoutPart,
} from "./condition-state";

type Read = Expression | null | "unreadable";

/** SurveyJS's parser is large, so it is loaded when a condition is to be read. */
async function readText(text: string): Promise<Read> {
  const [{ parseCondition }, { isRefusal }] = await Promise.all([
    import("~/domain/questionnaire/compile-condition"),
    import("~/domain/questionnaire/conditions"),
  ]);
  const read = await parseCondition(text);
  return read && isRefusal(read) ? "unreadable" : read;
}

/** The expression of a text; undefined while it is being read. */
function useExpression(
  text: string,
  known?: { text: string; expression: Expression | null },
): Read | undefined {
  const [read, setRead] = useState<{ text: string; read: Read } | null>(
    known ? { text: known.text, read: known.expression ?? (known.text.trim() ? "unreadable" : null) } : null,
  );
  useEffect(() => {
    if (read?.text === text) return;
    let current = true;
    readText(text).then((found) => current && setRead({ text, read: found }));
    return () => {
      current = false;
    };
  }, [text, read]);
  if (text.trim() === "") return null;
  return read?.text === text ? read.read : undefined;
}

type ConditionFieldProps = {
  /** The condition as SurveyJS keeps it; empty for none. */
  value: string;
  /** What the condition may ask about: `askablesOf(draft)`, or the part of it that is asked before. */
  askables: readonly Askable[];
  /** Called with the new expression; empty while nothing is complete. */
  onChange: (text: string) => void;
  /** The value's expression where it is known, so that it need not be read first. */
  expression?: Expression | null;
  label?: string;
  error?: string;
  /** Gives the text a place in a form. */
  name?: string;
};

export function ConditionField(props: ConditionFieldProps) {
  const { value, askables, onChange, expression, label, error, name } = props;
  const text = useText("logic").condition;
  const id = useId();
  const [building, setBuilding] = useState<Building | null>(() =>
    value.trim() === "" ? startBuilding(null) : null,
  );
  const [known] = useState(() => (expression === undefined ? undefined : { text: value, expression }));
  const read = useExpression(value, known);
  // A text being typed stays a text, also while menus could say it.
  const [typing, setTyping] = useState(false);
  // What comes back is what was just written: only a value from elsewhere starts the menus anew.
  const written = useRef(value);
  const rule = useMemo(() => (read && read !== "unreadable" ? readRule(read) : null), [read]);
  const menus =
    building && written.current === value ? building : rule && !rule.not ? startBuilding(rule) : null;

  const build = (next: Building) => {
    const after = writeRule(builtRule(next));
    written.current = after;
    setBuilding(next);
    onChange(after);
  };

  return (
    <fieldset
      className="@container grid gap-3"
      aria-describedby={`${id}-reads${error ? ` ${id}-error` : ""}`}
    >
      <legend className="mb-1.5 font-medium">{label ?? text.label}</legend>
      {name && <input type="hidden" name={name} value={value} />}
      {menus ? (
        <Menus building={menus} askables={askables} onChange={build} />
      ) : read === undefined && !typing ? (
        <p className="text-muted text-sm">{text.reading}</p>
      ) : (
        <div className="grid gap-2">
          <p className="text-muted text-sm">{text.textHint}</p>
          <textarea
            aria-label={text.text}
            className="control font-mono text-sm"
            rows={3}
            spellCheck={false}
            value={value}
            onChange={({ target }) => {
              written.current = target.value;
              setTyping(true);
              setBuilding(null);
              onChange(target.value);
            }}
          />
          <Button
            size="small"
            className="justify-self-start"
            onClick={() => {
              setTyping(false);
              build(startBuilding(null));
            }}
          >
            {text.useMenus}
          </Button>
        </div>
      )}
      <Sentence id={`${id}-reads`} read={read} value={value} askables={askables} />
      {error && (
        <p id={`${id}-error`} className="font-medium text-negative text-sm">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function Sentence(props: {
  id: string;
  read: Read | undefined;
  value: string;
  askables: readonly Askable[];
}) {
  const { id, read, value, askables } = props;
  const text = useText("logic").condition;
  const words = useText("questionnaire").condition;
  const language = useLanguage();
  if (value.trim() === "")
    return (
      <p id={id} className="text-muted text-sm">
        {text.incomplete}
      </p>
    );
  return (
    <div id={id} className="grid gap-1 text-sm">
      {read === "unreadable" && <p className="font-medium text-negative">{text.bad}</p>}
      {read && read !== "unreadable" && (
        <p>{text.reads({ condition: conditionSentence(read, { askables, language, words }) })}</p>
      )}
      <details>
        <summary className="inline-flex min-h-6 cursor-pointer items-center text-muted">
          {text.expression}
        </summary>
        <code className="mt-1 block break-words text-muted">{value}</code>
      </details>
    </div>
  );
}

type MenusProps = { building: Building; askables: readonly Askable[]; onChange: (next: Building) => void };

function Menus({ building, askables, onChange }: MenusProps) {
  const text = useText("logic").condition;
  const only = building.parts.length === 1;
  return (
    <div className="grid gap-3">
      {!only && <JoinMenu join={building.join} onChange={(join) => onChange(joined(building, join))} />}
      {building.parts.map((part, at) =>
        isGroup(part) ? (
          <GroupBox
            key={part.key}
            group={part as KeyedGroup}
            building={building}
            askables={askables}
            onChange={onChange}
          />
        ) : (
          <ClauseRow
            key={part.key}
            clause={part}
            n={at + 1}
            askables={askables}
            removable={!only}
            onChange={(clause) => onChange(changed(building, part.key, () => clause))}
          />
        ),
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => onChange(withClause(building))}>
          {text.addClause}
        </Button>
        <Button size="small" onClick={() => onChange(withGroup(building))}>
          {text.addGroup}
        </Button>
      </div>
    </div>
  );
}

function GroupBox({ group, building, askables, onChange }: MenusProps & { group: KeyedGroup }) {
  const text = useText("logic").condition;
  return (
    <fieldset className="grid gap-3 rounded-md border border-line p-3">
      <legend className="px-1 text-muted text-sm">{text.group}</legend>
      <JoinMenu join={group.join} onChange={(join) => onChange(joined(building, join, group.key))} />
      {group.clauses.map((clause, at) => (
        <ClauseRow
          key={clause.key}
          clause={clause}
          n={at + 1}
          askables={askables}
          removable
          onChange={(next) => onChange(changed(building, clause.key, () => next))}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => onChange(withClause(building, group.key))}>
          {text.addClause}
        </Button>
        <Button size="small" look="plain" onClick={() => onChange(withoutPart(building, group.key))}>
          {text.removeGroup}
        </Button>
      </div>
    </fieldset>
  );
}

function JoinMenu({ join, onChange }: { join: Join; onChange: (join: Join) => void }) {
  const text = useText("logic").condition;
  return (
    <select
      aria-label={text.join}
      className="control sm:max-w-xs"
      value={join}
      onChange={({ target }) => onChange(target.value === "or" ? "or" : "and")}
    >
      <option value="and">{text.all}</option>
      <option value="or">{text.any}</option>
    </select>
  );
}
