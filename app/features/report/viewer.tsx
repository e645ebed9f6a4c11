/** What readers from outside meet around a shared report: its password, its end, and room for what they think. */
import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { SelectField, TextArea, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { Section } from "~/components/section";
import type { Chapter, ChapterKey } from "~/domain/report/document/report-document";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

export function ClosedShare({ because }: { because: "gone" | "revoked" | "expired" }) {
  const text = useText("sharing").viewer.closed[because];
  return <EmptyState title={text.title}>{text.body}</EmptyState>;
}

export function LockedShare({
  problem,
  until,
  kept,
}: {
  problem: "missing" | "wrong" | "blocked" | null;
  until: string;
  /** A comment that goes with the password. */
  kept: Record<string, string> | null;
}) {
  const text = useText("sharing").viewer;
  const words = { missing: text.missing, wrong: text.wrong, blocked: text.blocked({ at: until }) };
  return (
    <>
      <PageHeader title={text.passwordTitle} lead={text.passwordLead} />
      {kept && <Notice live>{text.kept}</Notice>}
      <Form method="post" className="grid gap-5">
        {Object.entries(kept ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FormErrors errors={problem ? [{ name: "password", message: words[problem] }] : []} />
        <TextField
          name="password"
          type="password"
          label={text.password}
          autoComplete="off"
          error={problem ? words[problem] : undefined}
        />
        <div>
          <SubmitButton>{text.open}</SubmitButton>
        </div>
      </Form>
    </>
  );
}

type Problem = keyof ReturnType<typeof useText<"sharing">>["viewer"]["problems"];
export type ReaderComment = {
  id: string;
  author: string;
  text: string;
  chapter: ChapterKey | null;
  at: number;
};
type ShareCommentsProps = {
  action: string;
  comments: readonly ReaderComment[];
  chapters: readonly Chapter[];
  sent: boolean;
  refused: {
    problems: { author?: Problem; text?: Problem; chapter?: Problem };
    typed: { author: string; text: string; chapter: string };
  } | null;
};

export function CommentLines({
  author,
  text,
  at,
  about,
}: {
  author: string;
  text: string;
  at: number;
  about: string;
}) {
  const format = useFormat();
  return (
    <>
      <p className="wrap-anywhere text-muted text-sm">
        {author} · {format.dateTime(at)} · {about}
      </p>
      <p className="wrap-anywhere max-w-prose whitespace-pre-line">{text}</p>
    </>
  );
}

export function ShareComments({ action, comments, chapters, sent, refused }: ShareCommentsProps) {
  const text = useText("sharing").viewer;
  const names = useText("sharing").chapters;
  const language = useLanguage();
  const wordOf = (problem: Problem | undefined) => problem && text.problems[problem];
  const errors = (["author", "chapter", "text"] as const).flatMap((name) => {
    const message = wordOf(refused?.problems[name]);
    return message ? [{ name, message }] : [];
  });
  return (
    <div className="mt-10 print:hidden">
      <Section id="comments" title={text.comments} lead={text.commentLead}>
        {comments.length > 0 && (
          <ul className="mb-6 grid gap-4">
            {comments.map(({ id, author, text: said, chapter, at }) => (
              <li key={id} className="border-line border-s-2 ps-3">
                <CommentLines {...{ author, at }} text={said} about={chapter ? names[chapter] : text.whole} />
              </li>
            ))}
          </ul>
        )}
        {sent && !refused && (
          <Notice tone="success" live>
            {text.sent}
          </Notice>
        )}
        <Form
          method="post"
          action={action}
          className="mt-4 grid max-w-xl gap-5"
          preventScrollReset
          key={comments.length}
        >
          <FormErrors errors={errors} />
          <TextField
            name="author"
            label={text.name}
            autoComplete="name"
            defaultValue={refused?.typed.author}
            error={wordOf(refused?.problems.author)}
          />
          <SelectField
            name="chapter"
            label={text.chapter}
            empty={text.whole}
            defaultValue={refused?.typed.chapter}
            options={chapters.map(({ key, title }) => ({ value: key, label: title[language] }))}
            error={wordOf(refused?.problems.chapter)}
          />
          <TextArea
            name="text"
            label={text.text}
            defaultValue={refused?.typed.text}
            error={wordOf(refused?.problems.text)}
          />
          <div>
            <SubmitButton>{text.send}</SubmitButton>
          </div>
        </Form>
      </Section>
    </div>
  );
}
