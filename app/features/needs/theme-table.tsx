/** The themes of a study: what was found of each, how readers agree, and how far the reading is. */
import { Form, Link } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { SelectField, TextField } from "~/components/field";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import { chainRoles } from "~/domain/chain/role";
import type { Outcome } from "~/domain/outcome";
import type { CodedQuestion, ThemeCount } from "~/domain/report/theme-coding";
import type { ThemeProblem } from "~/domain/report/theme-form";
import { useFormat, useText } from "~/i18n/use-text";

type Refused = { themeId: string; problem: ThemeProblem; typed: string } | null;
type Props = {
  base: string;
  mayEdit: boolean;
  themes: readonly ThemeCount[];
  merged: readonly { id: string; name: string; into: string }[];
  questions: readonly { question: CodedQuestion; answers: number; read: number }[];
  agreement: readonly {
    coders: readonly (string | number)[];
    /** Null for all together. */
    question: CodedQuestion | null;
    both: number;
    kappa: Outcome<number>;
  }[];
  refused: Refused;
};

function Change({
  theme,
  others,
  refused,
}: {
  theme: ThemeCount;
  others: readonly ThemeCount[];
  refused: Refused;
}) {
  const text = useText("needs");
  const own = refused?.themeId === theme.id ? refused : null;
  return (
    <details open={own !== null}>
      <summary className="link inline-flex min-h-9 items-center text-sm">{text.change}</summary>
      <div className="mt-2 grid min-w-56 gap-4">
        <Form method="post" noValidate className="grid gap-2">
          <input type="hidden" name="intent" value="rename" />
          <input type="hidden" name="theme" value={theme.id} />
          <TextField
            name="name"
            id={`name-${theme.id}`}
            label={text.name}
            defaultValue={own?.typed ?? theme.name}
            error={own ? text.problems[own.problem] : undefined}
          />
          <SubmitButton size="small">{text.rename}</SubmitButton>
        </Form>
        {others.length > 0 && (
          <Form method="post" className="grid gap-2">
            <input type="hidden" name="intent" value="merge" />
            <input type="hidden" name="theme" value={theme.id} />
            <SelectField
              name="into"
              id={`into-${theme.id}`}
              label={text.merge}
              empty="–"
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <SubmitButton size="small">{text.mergeDo}</SubmitButton>
          </Form>
        )}
      </div>
    </details>
  );
}

export function ThemeTable({ base, mayEdit, themes, merged, questions, agreement, refused }: Props) {
  const text = useText("needs");
  const reasons = useText("reasons");
  const format = useFormat();
  return (
    <Section title={text.themes} lead={text.themesLead} id="themes">
      {themes.length === 0 ? (
        <p className="max-w-prose text-muted">{text.noThemes}</p>
      ) : (
        <DataTable
          caption={text.themes}
          captionHidden
          rows={themes}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "theme",
              header: text.theme,
              cell: ({ name, examples }) => (
                <div className="min-w-36">
                  {name}
                  {examples[0] && (
                    <Link
                      className="mt-1 block min-h-6 font-normal text-muted text-sm hover:underline"
                      to={`${base}/responses/${examples[0].responseId}`}
                    >
                      {examples[0].text}
                    </Link>
                  )}
                </div>
              ),
            },
            {
              key: "answers",
              header: text.answers,
              numeric: true,
              cell: (one) => format.number(one.answers),
              sortBy: (one) => one.answers,
            },
            {
              key: "companies",
              header: text.companies,
              numeric: true,
              cell: (one) => format.number(one.companies),
            },
            {
              key: "roles",
              header: text.roles,
              cell: ({ byRole }) => (
                <span className="flex flex-wrap gap-x-3">
                  {chainRoles.map(
                    (role) =>
                      byRole[role] && (
                        <span key={role} className="whitespace-nowrap">
                          <RoleChip role={role} /> {byRole[role]}
                        </span>
                      ),
                  )}
                </span>
              ),
            },
            ...(mayEdit
              ? [
                  {
                    key: "change",
                    header: text.change,
                    cell: (theme: ThemeCount) => (
                      <Change
                        theme={theme}
                        others={themes.filter(({ id }) => id !== theme.id)}
                        refused={refused}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {merged.length > 0 && (
        <ul className="mt-4 grid gap-1 text-sm">
          {merged.map(({ id, name, into }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3">
              <span>{text.mergedWith({ name, into })}</span>
              {mayEdit && (
                <Form method="post">
                  <input type="hidden" name="intent" value="part" />
                  <input type="hidden" name="theme" value={id} />
                  <SubmitButton look="plain" size="small">
                    {text.part}
                  </SubmitButton>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {agreement.length > 0 && (
        <div className="mt-8">
          <DataTable
            caption={text.agreement}
            rows={agreement}
            rowKey={({ coders, question }) => [...coders, question].join("/")}
            columns={[
              {
                key: "readers",
                header: text.readers,
                cell: ({ coders }) =>
                  format.list(coders.map((one) => (typeof one === "number" ? text.reader({ n: one }) : one))),
              },
              {
                key: "question",
                header: text.question,
                cell: ({ question }) => (question ? text.questions[question] : text.allQuestions),
              },
              { key: "both", header: text.both, numeric: true, cell: ({ both }) => format.number(both) },
              {
                key: "kappa",
                header: text.kappa,
                numeric: true,
                cell: ({ kappa }) => (kappa.ok ? format.number(kappa.value, 2) : reasons[kappa.reason]),
              },
            ]}
          />
          <MethodLink method="cohen-kappa" />
        </div>
      )}
      {questions.length > 0 && (
        <div className="mt-8">
          <DataTable
            caption={text.progress}
            rows={questions}
            rowKey={({ question }) => question}
            columns={[
              {
                key: "question",
                header: text.question,
                cell: ({ question }) =>
                  mayEdit ? (
                    <Link className="link" to={`${base}/needs/code?question=${question}`}>
                      {text.questions[question]}
                    </Link>
                  ) : (
                    text.questions[question]
                  ),
              },
              { key: "read", header: text.read, numeric: true, cell: ({ read }) => format.number(read) },
              {
                key: "answers",
                header: text.answers,
                numeric: true,
                cell: ({ answers }) => format.number(answers),
              },
            ]}
          />
        </div>
      )}
    </Section>
  );
}
