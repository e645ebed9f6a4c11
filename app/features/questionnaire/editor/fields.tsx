import { memo, useEffect, useRef, useState } from "react";
import { CheckboxField } from "~/components/choice-field";
import { SelectField, TextArea, TextField } from "~/components/field";
import { type Language, languages } from "~/domain/language";
import { type PathPart, pathText, readText } from "~/domain/questionnaire/draft-tree";
import { useText } from "~/i18n/use-text";
import { useEditor } from "./editor-context";

type Place = { path: readonly PathPart[]; label: string; hint?: string };

/** One id a field, whatever part of the draft it belongs to. */
const idOf = (path: readonly PathPart[], more = "") =>
  `edit-${pathText(path).replace(/[^\w-]/g, "-")}${more}`;

/** The hint, redrawn only when what it shows is another. */
const samePlace = <P extends { path: readonly PathPart[] }>(one: P, other: P) =>
  Object.keys({ ...one, ...other }).every((key) => {
    const [a, b] = [one[key as keyof P], other[key as keyof P]];
    return key === "path" ? pathText(one.path) === pathText(other.path) : a === b;
  });

/** Grows with its text, so that a long question is read whole. */
function useOwnHeight(text: string) {
  const around = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useEffect(() => {
    const element = around.current?.querySelector("textarea");
    if (!element || CSS.supports("field-sizing", "content")) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [text]);
  return around;
}

function OneLanguage({ path, label, language, value }: Place & { language: Language; value: unknown }) {
  const { edit, settle } = useEditor();
  const names = useText("shell").language;
  const text = readText(value)[language];
  const around = useOwnHeight(text);
  return (
    <div ref={around} lang={language}>
      <TextArea
        id={idOf(path, `-${language}`)}
        name={`${pathText(path)}:${language}`}
        label={<span className="font-normal text-sm">{`${label} · ${names[language]}`}</span>}
        rows={1}
        value={text}
        onChange={(event) =>
          edit(
            { edit: "text", path, language, text: event.currentTarget.value },
            { join: `${pathText(path)}:${language}` },
          )
        }
        onBlur={settle}
        className="min-h-11 resize-none [field-sizing:content]"
      />
    </div>
  );
}

/** A text in both languages, one under the other. */
export const WordsField = memo(function WordsField(props: Place & { value: unknown }) {
  return (
    <div className="grid gap-2">
      {languages.map((language) => (
        <OneLanguage key={language} {...props} language={language} />
      ))}
    </div>
  );
}, samePlace);

/** A text that is the same in every language: a name, a pattern, a condition. */
export const PlainField = memo(function PlainField({
  path,
  label,
  hint,
  value,
  long = false,
}: Place & { value: unknown; long?: boolean }) {
  const { edit, settle } = useEditor();
  const shared = {
    ...{ id: idOf(path), name: pathText(path), label, hint, onBlur: settle },
    value: typeof value === "string" ? value : "",
    onChange: (event: { currentTarget: { value: string } }) =>
      edit({ edit: "set", path, value: event.currentTarget.value || undefined }, { join: pathText(path) }),
  };
  return long ? <TextArea rows={2} {...shared} /> : <TextField {...shared} />;
}, samePlace);

/** A number; what is no number stays in the field and out of the questionnaire. */
export const NumberField = memo(function NumberField({
  path,
  label,
  hint,
  value,
}: Place & { value: unknown }) {
  const { edit, settle } = useEditor();
  const text = useText("editor").fields;
  const kept = typeof value === "number" ? String(value) : "";
  const [typed, setTyped] = useState(kept);
  const shown =
    typed.trim() !== "" && Number(typed) === value
      ? typed
      : value === undefined && typed !== "" && Number.isNaN(Number(typed))
        ? typed
        : kept;
  return (
    <TextField
      id={idOf(path)}
      name={pathText(path)}
      label={label}
      hint={hint}
      inputMode="decimal"
      value={shown}
      error={shown !== "" && Number.isNaN(Number(shown)) ? text.notANumber : null}
      onChange={(event) => {
        const given = event.currentTarget.value;
        setTyped(given);
        const number = given.trim() === "" || Number.isNaN(Number(given)) ? undefined : Number(given);
        edit({ edit: "set", path, value: number }, { join: pathText(path) });
      }}
      onBlur={settle}
      className="max-w-40 tabular-nums"
    />
  );
}, samePlace);

export const FlagField = memo(function FlagField({
  path,
  label,
  hint,
  value,
  on = true,
}: Place & { value: unknown; on?: string | boolean }) {
  const { edit } = useEditor();
  return (
    <CheckboxField
      id={idOf(path)}
      name={pathText(path)}
      label={label}
      hint={hint}
      checked={value === on}
      onChange={(event) => edit({ edit: "set", path, value: event.currentTarget.checked ? on : undefined })}
    />
  );
}, samePlace);

export const PickField = memo(function PickField({
  path,
  label,
  hint,
  value,
  options,
  empty,
}: Place & { value: unknown; options: readonly { value: string; label: string }[]; empty?: string }) {
  const { edit } = useEditor();
  const known = options.some((option) => option.value === value) || value === undefined;
  const all = known ? options : [...options, { value: String(value), label: String(value) }];
  return (
    <SelectField
      id={idOf(path)}
      name={pathText(path)}
      label={label}
      hint={hint}
      empty={empty}
      options={all}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => edit({ edit: "set", path, value: event.currentTarget.value || undefined })}
    />
  );
}, samePlace);
