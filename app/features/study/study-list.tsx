import { Link } from "@remix-run/react";
import { ArchivedList } from "~/components/archived-list";
import { LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { RowButton } from "~/components/row-button";
import type { listArchivedStudies, listStudies } from "~/data/studies";
import { useFormat, useText } from "~/i18n/use-text";
import { SampleTag } from "./sample-notice";

type Rows<List extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<List>>;

type StudyListProps = {
  studies: Rows<typeof listStudies>;
  archived: Rows<typeof listArchivedStudies>;
};

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
                <RowButton
                  action="/studies"
                  fields={{ studyId: id }}
                  intent="archive"
                  label={text.archiveOf({ product })}
                >
                  {actions.archive}
                </RowButton>
              ),
            },
          ]}
        />
      )}
      <ArchivedList
        title={text.archivedTitle}
        lead={text.archivedLead}
        action="/studies"
        field="studyId"
        rows={archived.map(({ id, product }) => ({
          id,
          name: (
            <Link to={`/studies/${id}`} className="link">
              {product}
            </Link>
          ),
          label: text.restoreOf({ product }),
        }))}
      />
    </>
  );
}
