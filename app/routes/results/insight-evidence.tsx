/** The responses one insight rests on. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Computed } from "~/components/being-computed";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { RoleChip } from "~/components/tag";
import { shownInsight } from "~/domain/report/shown-insight";
import { InsightList } from "~/features/report/insight-list";
import { useFormat, useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { readInsights } from "~/server/insights";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language, now } = await requireStudy(request, params, "readStudies");
  const asked = { request, study, language, now };
  const { filter, all, insights, pending, catchingUp } = await readInsights(store, asked);
  const wanted = new URL(request.url).searchParams.get("id");
  const insight = insights.find(({ id }) => id === wanted);
  const ids = new Set(insight?.evidence);
  return data({
    study: study.id,
    currency: study.currency,
    insight: insight ? shownInsight(insight) : null,
    ...{ filter, pending, catchingUp },
    responses: all
      .filter(({ id }) => ids.has(id))
      .map(({ id, role, companyName, completedAt }) => ({ id, role, companyName, completedAt })),
  });
};

export default function InsightEvidence() {
  const { study, currency, insight, filter, responses, pending, catchingUp } = useLoaderData<typeof loader>();
  const text = useText("insights");
  const filterText = useText("filter");
  const results = useText("results");
  const roles = useText("roles");
  const format = useFormat();
  const all = { to: `/studies/${study}/insights${filter.search}`, label: text.back };
  return (
    <>
      <PageHeader crumbs={[all]} title={text.evidenceTitle} />
      {filter.chips.length > 0 && filter.shown !== null && (
        <p className="mb-4 text-muted text-sm">
          {filterText.shown({ n: filter.shown, all: filter.total })}:{" "}
          {format.list(
            filter.chips.map(({ key, label }) =>
              filterText.value({ key: filterText.keys[key], value: label }),
            ),
          )}
        </p>
      )}
      <Computed {...{ pending, catchingUp }}>
        {insight ? (
          <>
            <InsightList
              insights={[insight]}
              study={`/studies/${study}`}
              filter={filter.search}
              currency={currency}
            />
            <div className="mt-6">
              <DataTable
                caption={text.evidenceTitle}
                captionHidden
                rows={responses}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: "when",
                    header: results.responses.completed,
                    cell: ({ id, completedAt }) => (
                      <Link className="link" to={`/studies/${study}/responses/${id}`}>
                        {format.dateTime(completedAt)}
                      </Link>
                    ),
                    sortBy: ({ completedAt }) => completedAt,
                  },
                  {
                    key: "role",
                    header: roles.label,
                    cell: ({ role }) => <RoleChip role={role} />,
                    sortBy: ({ role }) => roles.chain[role],
                  },
                  {
                    key: "company",
                    header: results.responses.company,
                    cell: ({ companyName }) => companyName ?? "–",
                    sortBy: ({ companyName }) => companyName,
                  },
                ]}
              />
            </div>
          </>
        ) : (
          <EmptyState title={text.gone}>{null}</EmptyState>
        )}
      </Computed>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
