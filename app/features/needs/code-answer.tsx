/** One answer to read, its themes to mark, and what the words suggest; every act has a key. */
import { Form, Link } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";
import { Button, LinkButton, SubmitButton } from "~/components/button";
import { TextField } from "~/components/field";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import { type CodedQuestion, codedQuestions, type OpenText } from "~/domain/report/theme-coding";
import type { ThemeProblem } from "~/domain/report/theme-form";
import { useText } from "~/i18n/use-text";

type Coding = {
  id: string;
  question: CodedQuestion;
  read: number;
  answers: number;
  place: number;
  allRead: boolean;
  answer: OpenText | null;
  previous: string | null;
  next: string | null;
  chosen: readonly string[];
  themes: readonly { id: string; name: string; suggested: boolean }[];
  similar: readonly (OpenText & { themes: readonly string[] })[];
  words: {
    byRole: readonly { role: ChainRole; words: readonly { word: string; count: number }[] }[];
    deciders: readonly string[];
    users: readonly string[];
  };
};
type Props = {
  coding: Coding;
  refused: { problem: ThemeProblem; typed: string; themeIds: readonly string[] } | null;
};

/** 1–9 mark a theme, N goes to the field of a new one; inside a field keys type. */
function useKeys(form: RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement | null;
      const types = at?.matches("input[type=text], textarea, select");
      if (types || event.ctrlKey || event.metaKey || event.altKey || !form.current) return;
      if (event.key.toLowerCase() === "n") {
        event.preventDefault();
        form.current.querySelector<HTMLInputElement>("input[name=name]")?.focus();
      } else if (/^[1-9]$/.test(event.key))
        form.current.querySelectorAll<HTMLInputElement>("input[name=theme]")[Number(event.key) - 1]?.click();
      else if (event.key === "Enter" && !at?.matches("a, button, summary")) {
        event.preventDefault();
        form.current.requestSubmit();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [form]);
}

function QuestionPicker({ coding }: { coding: Coding }) {
  const text = useText("needs");
  return (
    <Form method="get" className="mb-6 flex flex-wrap items-end gap-3">
      <label className="grid min-w-0 gap-1 text-sm">
        <span className="text-muted">{text.coding.choose}</span>
        <select
          name="question"
          key={coding.question}
          defaultValue={coding.question}
          className="min-h-10 w-full max-w-sm rounded-md border border-edge bg-surface px-2"
        >
          {codedQuestions.map((question) => (
            <option key={question} value={question}>
              {text.questions[question]}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" size="small">
        {text.coding.show}
      </Button>
    </Form>
  );
}

export function CodeAnswer({ coding, refused }: Props) {
  const all = useText("needs");
  const text = all.coding;
  const form = useRef<HTMLFormElement>(null);
  useKeys(form);
  const { answer, themes, previous, next } = coding;
  const to = (responseId: string) => `?question=${coding.question}&response=${responseId}`;
  const chosen = new Set(refused?.themeIds ?? coding.chosen);
  if (!answer)
    return (
      <>
        <QuestionPicker coding={coding} />
        <p className="text-muted">{text.none}</p>
      </>
    );
  return (
    <>
      <QuestionPicker coding={coding} />
      <div className="grid gap-10 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <p className="text-muted text-sm" aria-live="polite">
            {text.place({ at: coding.place, n: coding.answers, read: coding.read })}{" "}
            {coding.allRead && text.allRead}
          </p>
          <blockquote className="mt-3 border-ink border-s-4 ps-4">
            <p className="whitespace-pre-line break-words text-xl leading-relaxed">{answer.text}</p>
            <footer className="mt-1">
              <RoleChip role={answer.role} />
            </footer>
          </blockquote>
          <Form ref={form} method="post" noValidate className="mt-6 grid gap-5">
            <input type="hidden" name="question" value={coding.question} />
            <input type="hidden" name="response" value={answer.responseId} />
            <input type="hidden" name="next" value={next ?? ""} />
            <fieldset>
              <legend className="font-medium">{text.themes}</legend>
              {themes.length === 0 && <p className="text-muted text-sm">{all.noThemes}</p>}
              {themes.map(({ id, name, suggested }, index) => (
                <label key={id} className="flex min-h-11 items-center gap-3">
                  <input
                    type="checkbox"
                    name="theme"
                    value={id}
                    defaultChecked={chosen.has(id)}
                    className="size-5 shrink-0"
                  />
                  <span>
                    {index < 9 && <kbd className="me-2 text-muted text-xs">{index + 1}</kbd>}
                    {name}
                    {suggested && <span className="ms-2 text-muted text-sm">{text.suggested}</span>}
                  </span>
                </label>
              ))}
            </fieldset>
            <TextField
              name="name"
              label={text.newTheme}
              optional
              defaultValue={refused?.typed ?? ""}
              error={refused ? all.problems[refused.problem] : undefined}
              autoComplete="off"
            />
            <div className="flex flex-wrap gap-3">
              <SubmitButton look="primary">{text.save}</SubmitButton>
              {previous && <LinkButton to={to(previous)}>{text.previous}</LinkButton>}
              {next && <LinkButton to={to(next)}>{text.skip}</LinkButton>}
            </div>
          </Form>
        </div>
        <div className="min-w-0">
          <Suggestions coding={coding} />
        </div>
      </div>
    </>
  );
}

function Suggestions({ coding }: { coding: Coding }) {
  const text = useText("needs").coding;
  const roles = useText("roles");
  const { similar, words } = coding;
  return (
    <>
      <Section title={text.similar}>
        {similar.length === 0 ? (
          <p className="text-muted text-sm">{text.noSimilar}</p>
        ) : (
          <ul className="grid gap-2 text-sm">
            {similar.map((one) => (
              <li key={one.responseId}>
                <Link
                  className="block min-h-6 break-words hover:underline"
                  to={`?question=${coding.question}&response=${one.responseId}`}
                >
                  {one.text}
                </Link>
                {one.themes.length > 0 && <span className="block text-muted">{one.themes.join(" · ")}</span>}
              </li>
            ))}
          </ul>
        )}
        <MethodLink method="similar-answers" />
      </Section>
      <Section title={text.words}>
        <dl className="grid gap-3 text-sm">
          {words.byRole.map(({ role, words: own }) => (
            <div key={role}>
              <dt className="text-muted">{text.wordsOf({ role: roles.plural[role] })}</dt>
              <dd>{own.map(({ word, count }) => `${word} ${count}`).join(" · ")}</dd>
            </div>
          ))}
          {words.deciders.length > 0 && (
            <div>
              <dt className="text-muted">{text.decidersSay}</dt>
              <dd>{words.deciders.join(" · ")}</dd>
            </div>
          )}
          {words.users.length > 0 && (
            <div>
              <dt className="text-muted">{text.usersSay}</dt>
              <dd>{words.users.join(" · ")}</dd>
            </div>
          )}
        </dl>
        <p className="mt-1 flex flex-wrap gap-x-4">
          <MethodLink method="class-tf-idf" of={text.words} />
          <MethodLink method="log-odds" of={text.decidersSay} />
        </p>
      </Section>
    </>
  );
}
