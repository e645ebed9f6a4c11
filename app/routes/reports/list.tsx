import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { Tag } from "~/components/tag";
import { listStudies } from "~/data/studies";
import { useFormat, useText } from "~/i18n/use-text";
import { requireMember } from "~/server/gate";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, workspaceId } = await requireMember(request, "readReports");
  return data({ studies: await listStudies(store, { workspaceId }) });
};

export default function Reports() {
  const { studies } = useLoaderData<typeof loader>();
  const text = useText("report").report;
  const results = useText("results");
  const format = useFormat();
  return (
    <>
      <PageHeader title={text.listTitle} lead={text.listLead} />
      {studies.length === 0 ? (
        <EmptyState title={text.emptyList.title}>{text.emptyList.body}</EmptyState>
      ) : (
        <DataTable
          caption={text.list}
          captionHidden
          rows={studies}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "product",
              header: text.list,
              cell: ({ id, product, sample }) => (
                <span className="flex flex-wrap items-baseline gap-2">
                  <Link className="link" to={`/reports/${id}`}>
                    {product}
                  </Link>
                  {sample && <Tag tone="info">{results.sample}</Tag>}
                </span>
              ),
            },
            {
              key: "complete",
              header: results.turnout.complete,
              numeric: true,
              cell: ({ complete }) => format.number(complete),
            },
            {
              key: "last",
              header: text.lastResponse,
              cell: ({ lastAt }) => (lastAt === null ? "–" : format.date(lastAt)),
            },
          ]}
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
