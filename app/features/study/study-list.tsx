import { Form, Link } from "@remix-run/react";
import { Button, LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { Section } from "~/components/section";
import type { listArchivedStudies, listStudies } from "~/data/studies";
import { useFormat, useText } from "~/i18n/use-text";
import { SampleTag } from "./sample-notice";

type Rows<List extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<List>>;

type StudyListProps = {
  studies: Rows<typeof listStudies>;
  archived: Rows<typeof listArchivedStudies>;
};

function ArchiveButton({
  id,
  label,
  words,
  intent,
}: {
  id: string;
  label: string;
  words: string;
  intent: string;
}) {
  return (
    <Form method="post" action="/studies">
      <input type="hidden" name="studyId" value={id} />
      <Button type="submit" look="plain" size="small" name="intent" value={intent} aria-label={label}>
        {words}
      </Button>
    </Form>
  );
}

export function StudyList({ studies, archived }: StudyListProps) {
  const text = useText("study").list;
  const actions = useText("shell").actions;
  const roleText = useText("roles");
  const format = useFormat();
  return (
    <>
      {studies.length === 0 ? (
        <EmptyState
          title={text.emptyTitle}
          action={
            <LinkButton look="primary" to="/studies/new">
              {text.create}
            </LinkButton>
          }
        >
          {text.empty}
        </EmptyState>
      ) : (
        <DataTable
          caption={text.title}
          captionHidden
          rows={studies}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "product",
              header: text.product,
              sortBy: ({ product }) => product,
              cell: ({ id, product, description, sample }) => (
                <>
                  <Link to={`/studies/${id}`} className="link">
                    {product}
                  </Link>{" "}
                  {sample && <SampleTag />}
                  {description && <span className="block font-normal text-muted">{description}</span>}
                </>
              ),
            },
            {
              key: "type",
              header: text.type,
              cell: ({ businessType }) => roleText.businessType[businessType],
              sortBy: ({ businessType }) => roleText.businessType[businessType],
            },
            {
              key: "stage",
              header: text.stage,
              cell: ({ stage }) => roleText.stage[stage],
            },
            {
              key: "complete",
              header: text.complete,
              numeric: true,
              cell: ({ complete }) => format.number(complete),
              sortBy: ({ complete }) => complete,
            },
            {
              key: "activity",
              header: text.activity,
              cell: ({ lastAt, createdAt }) =>
                lastAt === null ? text.created({ date: format.date(createdAt) }) : format.dateTime(lastAt),
              sortBy: ({ lastAt, createdAt }) => lastAt ?? createdAt,
            },
            {
              key: "actions",
              header: text.actions,
              cell: ({ id, product }) => (
                <ArchiveButton
                  id={id}
                  intent="archive"
                  words={actions.archive}
                  label={text.archiveOf({ product })}
                />
              ),
            },
          ]}
        />
      )}
      {archived.length > 0 && (
        <Section title={text.archivedTitle} lead={text.archivedLead}>
          <ul className="grid max-w-2xl">
            {archived.map(({ id, product }) => (
              <li key={id} className="flex items-center justify-between gap-4 border-line border-b py-1">
                <Link to={`/studies/${id}`} className="link min-w-0">
                  {product}
                </Link>
                <ArchiveButton
                  id={id}
                  intent="restore"
                  words={actions.restore}
                  label={text.restoreOf({ product })}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
