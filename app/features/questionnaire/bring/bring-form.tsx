import { Form } from "@remix-run/react";
import { Button, SubmitButton } from "~/components/button";
import { TextArea, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import type { ImportKind, ImportNote } from "~/domain/questionnaire/import-any";
import { useText } from "~/i18n/use-text";

export function BringForm({ typed, error }: { typed?: string; error?: string }) {
  const text = useText("bring");
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="grid max-w-3xl gap-5">
      <FormErrors errors={error ? [{ name: "text", message: error }] : []} />
      <input type="hidden" name="intent" value="look" />
      <TextArea
        name="text"
        label={text.text}
        hint={text.textHint}
        error={error}
        rows={10}
        defaultValue={typed}
        placeholder={text.example}
        spellCheck={false}
        className="text-sm"
      />
      <TextField
        name="file"
        type="file"
        label={text.file}
        hint={text.fileHint}
        accept=".json,.lss,.txt,.xml,.md"
      />
      <SubmitButton className="justify-self-start">{text.look}</SubmitButton>
    </Form>
  );
}

type BroughtProps = {
  text: string;
  found: { kind: ImportKind; pages: number; questions: number; notes: readonly ImportNote[] };
  titles: readonly string[];
  problems: number;
};

function useNoteText() {
  const text = useText("bring").note;
  return (note: ImportNote) => {
    switch (note.kind) {
      case "type-unknown":
        return text[note.kind](note);
      case "condition-lost":
        return text[note.kind](note);
      case "line-skipped":
        return text[note.kind](note);
    }
  };
}

/** What is in it, before it is taken over. */
export function Brought({ text: brought, found, titles, problems }: BroughtProps) {
  const text = useText("bring");
  const noteText = useNoteText();
  return (
    <Section title={text.found(found)} lead={text.kind[found.kind]}>
      <div className="grid gap-4">
        {found.notes.length > 0 && (
          <Notice tone="warn" title={text.notes({ n: found.notes.length })}>
            <ul className="grid list-disc gap-1 ps-5">
              {found.notes.map((note) => (
                <li key={JSON.stringify(note)} className="break-words">
                  {noteText(note)}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {problems > 0 && <p className="text-caution text-sm">{text.problems({ n: problems })}</p>}
        <ol className="grid max-h-96 list-decimal gap-1 overflow-y-auto rounded-md border border-line bg-surface py-3 ps-10 pe-4 text-sm">
          {titles.map((title, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and titles may repeat.
            <li key={at} className="break-words">
              {title}
            </li>
          ))}
        </ol>
        <Form method="post" className="grid gap-3">
          <input type="hidden" name="intent" value="take" />
          <input type="hidden" name="text" value={brought} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="how" value="add">
              {text.add}
            </SubmitButton>
            <Button type="submit" look="danger" name="how" value="replace">
              {text.replace}
            </Button>
          </div>
          <p className="text-muted text-sm">{text.replaceHint}</p>
        </Form>
      </div>
    </Section>
  );
}
