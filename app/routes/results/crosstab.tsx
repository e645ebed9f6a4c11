/** One question by others; the questions and the filter are part of the address. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { PageHeader } from "~/components/page-header";
import { Tag } from "~/components/tag";
import { chainRoles } from "~/domain/chain/role";
import type { LocalText } from "~/domain/language";
import { crosstabs, variablesOf } from "~/domain/report/crosstab";
import { filterKeys } from "~/domain/report/evidence-filter";
import { oneSeed } from "~/domain/seed";
import { CrosstabPage } from "~/features/results/crosstab";
import { textOf } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { readFiltered } from "~/server/filtered";
import { requireStudy } from "~/server/gate";

const mostColumns = 3;

const both = (pick: (language: keyof LocalText) => string): LocalText => ({
  "zh-CN": pick("zh-CN"),
  en: pick("en"),
});
const own = (key: "role" | "size" | "industry" | "region") =>
  both((language) => textOf(language, "filter").keys[key]);
const names = {
  ...{ role: own("role"), size: own("size"), industry: own("industry"), region: own("region") },
  roles: Object.fromEntries(
    chainRoles.map((role) => [role, both((language) => textOf(language, "roles").chain[role])]),
  ) as Record<(typeof chainRoles)[number], LocalText>,
  first: both((language) => textOf(language, "crosstab").first),
};

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language, can } = await requireStudy(request, params, "readStudies");
  const asked = new URL(request.url).searchParams;
  const { evidence, filter } = await readFiltered(
    store,
    { request, study, language, page: "crosstab" },
    { keep: ["row", "column"] },
  );
  const variables = variablesOf(evidence, names);
  const find = (key: string | null) => variables.find((one) => one.key === key);
  const row = find(asked.get("row"));
  const columns = [...new Set(asked.getAll("column"))]
    .flatMap((key) => find(key) ?? [])
    .filter((one) => one !== row)
    .slice(0, mostColumns);
  const named = [...new Set([asked.get("row"), ...asked.getAll("column")])].filter(Boolean);
  const tables = row ? crosstabs(evidence, row, columns, { seed: oneSeed }) : [];
  return {
    study: { id: study.id, sample: study.sample },
    filter: { ...filter, mayEdit: can.editStudies },
    kept: filterKeys.flatMap((key) => asked.getAll(key).map((value): [string, string] => [key, value])),
    variables: variables.map(({ key, title, part }) => ({ key, title, part })),
    row: row?.key ?? null,
    columns: columns.map(({ key }) => key),
    lost: named.filter((key) => !find(key)).length,
    tables: tables.map((table, at) => ({ column: columns[at]!.key, table })),
  };
};

export default function CrosstabRoute() {
  const { study, filter, ...loaded } = useLoaderData<typeof loader>();
  const text = useText("crosstab");
  const results = useText("results");
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        tags={study.sample && <Tag tone="info">{results.sample}</Tag>}
        crumbs={[{ to: `/studies/${study.id}/results`, label: results.title }]}
      />
      {filter.total > 0 && <FilterBar {...filter} />}
      {loaded.variables.length < 2 && filter.shown === filter.total ? (
        <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
      ) : (
        <CrosstabPage {...loaded} />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
