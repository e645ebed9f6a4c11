/** The words of one letter, beside how it arrives. */
import { Form } from "@remix-run/react";
import { Breadcrumb } from "~/components/breadcrumb";
import { Button, SubmitButton } from "~/components/button";
import { SelectField, TextArea, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { Notice } from "~/components/notice";
import { Panel, Section } from "~/components/section";
import { Tag } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { Language } from "~/domain/language";
import { type MailKind, mailKinds } from "~/domain/mail/mail";
import { mergeFields, type Template, type TemplateProblem } from "~/domain/mail/template";
import { useText } from "~/i18n/use-text";

export type WordingAnswer = { at: number } & (
  | { kind: "saved" | "usual" }
  | { kind: "tested"; typed: Template }
  | { kind: "test-failed"; why: string; typed: Template }
  | { kind: "refused"; problems: TemplateProblem[]; typed: Template }
);

type WordingFormProps = {
  base: string;
  kind: MailKind;
  role: ChainRole;
  /** The language of the letter. */
  written: Language;
  roles: ChainRole[];
  languages: Language[];
  template: Template;
  changed: boolean;
  canEdit: boolean;
  /** The member's own address, where there is a mail server to send a test through. */
  testTo: string | null;
  preview: Template & { name: string; company: string };
  answer?: WordingAnswer;
};

function Pick({ kind, role, written, roles, languages }: WordingFormProps) {
  const text = useText("mail");
  const { chain } = useText("roles");
  const shell = useText("shell");
  return (
    <Form method="get" className="mb-8 flex flex-wrap items-end gap-4">
      <SelectField
        name="kind"
        label={text.words.kind}
        defaultValue={kind}
        options={mailKinds.map((value) => ({ value, label: text.kinds[value] }))}
      />
      <SelectField
        name="role"
        label={text.words.role}
        defaultValue={role}
        options={roles.map((value) => ({ value, label: chain[value] }))}
      />
      <SelectField
        name="language"
        label={text.words.language}
        defaultValue={written}
        options={languages.map((value) => ({ value, label: shell.language[value] }))}
      />
      <Button type="submit">{text.words.show}</Button>
    </Form>
  );
}

export function WordingForm(props: WordingFormProps) {
  const { base, kind, role, written: language, template, changed, canEdit, testTo, preview, answer } = props;
  const { words, settings, title } = useText("mail");
  const shown = answer && "typed" in answer ? answer.typed : template;
  const problems = answer?.kind === "refused" ? answer.problems : [];
  const sentence = (problem: TemplateProblem) =>
    problem.problem === "unknown-field"
      ? words.problems["unknown-field"](problem)
      : words.problems[problem.problem];
  const error = (field: "subject" | "body") => {
    const problem = problems.find((one) => one.field === field);
    return problem && sentence(problem);
  };
  const here = `${base}/wording?${new URLSearchParams({ kind, role, language })}`;
  return (
    <>
      <div className="mb-6 grid gap-2">
        <Breadcrumb crumbs={[{ to: base, label: title }]} />
        <h2 className="flex flex-wrap items-center gap-3 text-lg">
          {words.title}
          {changed && <Tag tone="info">{words.changed}</Tag>}
        </h2>
        <p className="text-muted text-sm">{words.lead}</p>
      </div>
      <Pick {...props} />
      <div className="mb-6 grid max-w-prose gap-3 empty:hidden">
        {answer && answer.kind !== "refused" && (
          <Notice key={answer.at} tone={answer.kind === "test-failed" ? "danger" : "success"} live>
            {answer.kind === "saved" && words.saved}
            {answer.kind === "usual" && words.usualDone}
            {answer.kind === "tested" && settings.tested({ address: testTo ?? "" })}
            {answer.kind === "test-failed" && settings.testFailed(answer)}
          </Notice>
        )}
      </div>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <Form
          key={`${kind} ${role} ${language} ${answer?.kind === "usual" ? answer.at : ""}`}
          method="post"
          action={here}
          noValidate
          className="grid gap-5"
        >
          <FormErrors
            errors={problems.map((problem) => ({
              name: problem.field,
              message: settings.problemAt({ field: words[problem.field], problem: sentence(problem) }),
            }))}
          />
          <TextField
            name="subject"
            label={words.subject}
            defaultValue={shown.subject}
            error={error("subject")}
            lang={language}
            readOnly={!canEdit}
          />
          <TextArea
            name="body"
            label={words.body}
            hint={words.bodyHint}
            defaultValue={shown.body}
            error={error("body")}
            rows={16}
            lang={language}
            readOnly={!canEdit}
          />
          <ul className="grid gap-1 text-sm">
            {mergeFields.map((field) => (
              <li key={field}>
                <code>{`{${field}}`}</code> <span className="text-muted">{words.fields[field]}</span>
              </li>
            ))}
          </ul>
          {canEdit && (
            <div className="flex flex-wrap gap-2">
              <SubmitButton name="intent" value="save">
                {words.save}
              </SubmitButton>
              {testTo !== null && (
                <Button type="submit" name="intent" value="test">
                  {words.test}
                </Button>
              )}
              {changed && (
                <Button type="submit" look="plain" name="intent" value="usual">
                  {words.usual}
                </Button>
              )}
            </div>
          )}
        </Form>
        <Section level={3} title={words.preview} lead={words.previewFor(preview)}>
          <Panel>
            <p className="font-semibold" lang={language}>
              {preview.subject}
            </p>
            <p className="mt-4 whitespace-pre-line break-words" lang={language}>
              {preview.body}
            </p>
          </Panel>
        </Section>
      </div>
    </>
  );
}
