import { Form, Link } from "@remix-run/react";
import { Button, LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import { RoleChip, Tag } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { Language } from "~/domain/language";
import { useFormat, useText } from "~/i18n/use-text";

export type QuestionnaireRow = {
  id: string;
  role: ChainRole;
  revision: number;
  version: number | null;
  changed: boolean;
  updatedAt: number;
  questions: number;
  minutes: number | null;
  texts: { total: number } & Record<Language, number>;
};

/** Draft, published, or published with changes since. */
export function StateTag({ version, changed }: Pick<QuestionnaireRow, "version" | "changed">) {
  const text = useText("questionnaire").state;
  if (version === null) return <Tag>{text.draft}</Tag>;
  if (changed) return <Tag tone="warn">{text.changed({ n: version })}</Tag>;
  return <Tag tone="success">{text.published({ n: version })}</Tag>;
}

type QuestionnaireListProps = {
  base: string;
  rows: readonly QuestionnaireRow[];
  languages: readonly Language[];
  addable: readonly ChainRole[];
};

export function QuestionnaireList({ base, rows, languages, addable }: QuestionnaireListProps) {
  const text = useText("questionnaire").list;
  const publish = useText("questionnaire").publish;
  const languageText = useText("shell").language;
  const roleText = useText("roles");
  const format = useFormat();
  const languageState = ({ texts }: QuestionnaireRow, language: Language) =>
    texts[language] === texts.total
      ? text.complete({ language: languageText[language] })
      : text.partly({ language: languageText[language], have: texts[language], of: texts.total });
  return (
    <>
      <DataTable
        caption={text.title}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "role",
            header: text.role,
            cell: ({ id, role }) => (
              <Link
                to={`${base}/${id}`}
                className="link inline-flex min-h-6"
                aria-label={text.readAndEdit({ role: roleText.chain[role] })}
              >
                <RoleChip role={role} />
              </Link>
            ),
          },
          { key: "state", header: text.state, cell: (row) => <StateTag {...row} /> },
          {
            key: "questions",
            header: text.questions,
            numeric: true,
            cell: ({ questions }) => format.number(questions),
          },
          {
            key: "minutes",
            header: text.minutes,
            numeric: true,
            cell: ({ minutes }) => (minutes === null ? "–" : text.about({ n: minutes })),
          },
          {
            key: "languages",
            header: text.languages,
            cell: (row) => (
              <ul>
                {languages.map((language) => (
                  <li key={language}>{languageState(row, language)}</li>
                ))}
              </ul>
            ),
          },
          { key: "edited", header: text.edited, cell: ({ updatedAt }) => format.dateTime(updatedAt) },
          {
            key: "publish",
            header: publish.publish,
            cell: ({ id, role, revision, version, changed }) =>
              (version === null || changed) && (
                <Form method="post">
                  <input type="hidden" name="intent" value="publish" />
                  <input type="hidden" name="publish" value={`${id}/${revision}`} />
                  <Button
                    type="submit"
                    size="small"
                    aria-label={`${publish.publishNew({ n: (version ?? 0) + 1 })}: ${roleText.chain[role]}`}
                  >
                    {publish.publishNew({ n: (version ?? 0) + 1 })}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {addable.length > 0 && (
        <Section
          title={text.addTitle}
          lead={text.addLead}
          actions={
            <LinkButton size="small" to={`${base}/roles`}>
              {text.addSet}
            </LinkButton>
          }
        >
          <ul className="grid max-w-2xl">
            {addable.map((role) => (
              <li key={role} className="flex items-center justify-between gap-4 border-line border-b py-2">
                <span className="min-w-0">
                  <RoleChip role={role} />
                  <span className="block text-muted text-sm">{roleText.meaning[role]}</span>
                </span>
                <Form method="post">
                  <input type="hidden" name="intent" value="add" />
                  <Button type="submit" size="small" name="role" value={role}>
                    {text.add({ role: roleText.chain[role] })}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
