import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { PageHeader } from "~/components/page-header";
import { Pagination } from "~/components/pagination";
import { RoleChip, Tag } from "~/components/tag";
import { countResponses, listClosedEarly } from "~/data/responses";
import { onePage } from "~/domain/paging";
import { ClosedEarly } from "~/features/results/closed-early";
import { ResponseTabs } from "~/features/results/response-tabs";
import { useFormat, useText } from "~/i18n/use-text";
import { readFiltered } from "~/server/filtered";
import { requireStudy } from "~/server/gate";

const perPage = 50;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, language, can } = await requireStudy(request, params, "readStudies");
  const [counts, closed, { evidence, filter }] = await Promise.all([
    countResponses(store, { workspaceId, studyId: study.id }),
    listClosedEarly(store, { workspaceId, studyId: study.id }),
    readFiltered(store, { request, study, language, page: "responses" }, { everything: true }),
  ]);
  const asked = new URL(request.url).searchParams.get("page");
  const { rows, ...paging } = onePage(evidence.toReversed(), { asked, perPage });
  return data({
    study: { id: study.id, sample: study.sample },
    mayExport: can.exportResponses,
    filter: { ...filter, mayEdit: can.editStudies },
    rows: rows.map(({ id, role, review, companyName, language, completedAt, seconds }) => ({
      ...{ id, role, review, companyName, language, completedAt },
      seconds: Object.values(seconds).reduce((sum, each) => sum + each, 0),
    })),
    ...paging,
    complete: filter.total,
    unfinished: counts.reduce((sum, { unfinished }) => sum + unfinished, 0),
    closed,
  });
};

export default function Responses() {
  const { study, filter, rows, page, pages, complete, unfinished, closed, mayExport } =
    useLoaderData<typeof loader>();
  const results = useText("results");
  const text = results.responses;
  const quality = useText("quality");
  const shell = useText("shell");
  const format = useFormat();
  const base = `/studies/${study.id}`;
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        tags={study.sample && <Tag tone="info">{results.sample}</Tag>}
        actions={
          mayExport &&
          complete > 0 && (
            <LinkButton
              to={`${base}/responses.csv${filter.search}`}
              reloadDocument
              download
              title={text.exportHint}
            >
              {text.export}
            </LinkButton>
          )
        }
      />
      <ResponseTabs base={base} />
      {complete > 0 && <FilterBar {...filter} />}
      {complete === 0 ? (
        <EmptyState
          title={results.empty.title}
          action={<LinkButton to={`${base}/fieldwork`}>{results.empty.action}</LinkButton>}
        >
          {results.empty.body}
        </EmptyState>
      ) : (
        <DataTable
          caption={text.table}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "completed",
              header: text.completed,
              cell: (row) => (
                <Link className="link" to={`${base}/responses/${row.id}`}>
                  {format.dateTime(row.completedAt)}
                </Link>
              ),
            },
            { key: "role", header: text.role, cell: ({ role }) => <RoleChip role={role} /> },
            {
              key: "quality",
              header: quality.checked,
              cell: ({ review }) =>
                review && <Tag tone={review === "kept" ? "success" : "danger"}>{quality.states[review]}</Tag>,
            },
            { key: "company", header: text.company, cell: (row) => row.companyName ?? text.unknownCompany },
            { key: "language", header: text.language, cell: ({ language }) => shell.language[language] },
            {
              key: "minutes",
              header: text.minutes,
              numeric: true,
              cell: (row) => format.number(row.seconds / 60),
            },
          ]}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(n) => `${base}/responses${filter.search || "?"}${filter.search && "&"}page=${n}`}
      />
      {closed.length > 0 && <ClosedEarly rows={closed} base={base} />}
      {unfinished > 0 && <p className="mt-6 text-muted text-sm">{text.partial({ n: unfinished })}</p>}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
