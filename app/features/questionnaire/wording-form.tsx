import { Form, Link } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { CheckboxField } from "~/components/choice-field";
import { TextArea } from "~/components/field";
import { Notice } from "~/components/notice";
import { languages } from "~/domain/language";
import { type EditableWording, textField, wasField } from "~/domain/questionnaire/wording-form";
import { useText } from "~/i18n/use-text";

export type WordingEditing = {
  target: string;
  heading: string;
  wording: readonly EditableWording[];
  /** Null for a heading, which nobody answers. */
  required: boolean | null;
  anchor: boolean;
  conflict?: { typed: Readonly<Record<string, string>>; now: Readonly<Record<string, string>> };
};

/** Every text of a question or heading, in both languages side by side. */
export function WordingForm({
  editing,
  action,
  back,
}: {
  editing: WordingEditing;
  action: string;
  back: string;
}) {
  const text = useText("questionnaire").wording;
  const shell = useText("shell");
  const { target, heading, wording, required, anchor, conflict } = editing;
  const partName = (path: string) => {
    const [, part = path, at] = /^(\w+)(?:\[(\d+)\])?/.exec(path) ?? [];
    return `${text.part[part] ?? part}${at === undefined ? "" : ` ${Number(at) + 1}`}`;
  };
  return (
    <Form method="post" action={action} className="grid gap-5" aria-label={text.title({ question: heading })}>
      <h3>{text.title({ question: heading })}</h3>
      {conflict && (
        <Notice tone="warn" title={text.conflictTitle} live>
          {text.conflict}
        </Notice>
      )}
      {anchor && <Notice tone="warn">{text.anchorNote}</Notice>}
      <input type="hidden" name="intent" value="wording" />
      <input type="hidden" name="target" value={target} />
      {wording.map(({ path, text: words }) => (
        <div key={path} className="grid gap-4 sm:grid-cols-2">
          {languages.map((language) => {
            const name = textField(language, path);
            const theirs = conflict?.now[`${language}:${path}`];
            const long = path === "html" || words[language].length > 60;
            return (
              <div key={language} lang={language}>
                <input type="hidden" name={wasField(language, path)} value={theirs ?? words[language]} />
                <TextArea
                  name={name}
                  rows={long ? 3 : 1}
                  label={text.inLanguage({ part: partName(path), language: shell.language[language] })}
                  defaultValue={conflict?.typed[name] ?? words[language]}
                  hint={theirs !== undefined && text.now({ text: theirs })}
                />
              </div>
            );
          })}
        </div>
      ))}
      {required !== null && (
        <>
          <input type="hidden" name="wasRequired" value={required ? "on" : ""} />
          <CheckboxField
            name="required"
            label={text.required}
            defaultChecked={conflict ? conflict.typed.required === "on" : required}
          />
        </>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{shell.actions.save}</SubmitButton>
        <Link to={back} preventScrollReset className="link">
          {shell.actions.cancel}
        </Link>
      </div>
    </Form>
  );
}
