/** The frame of everything about the competition: its title and its views. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { TabsNav } from "~/components/tabs-nav";
import { filterFrom, filterSearch } from "~/domain/report/evidence-filter";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { study } = await requireStudy(request, params, "readStudies");
  return { base: `/studies/${study.id}/competitors` };
};

export default function Competitors() {
  const { base } = useLoaderData<typeof loader>();
  const text = useText("competitors");
  // Whose answers are looked at stays the same from view to view.
  const filter = filterSearch(filterFrom(new URLSearchParams(useLocation().search)));
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <TabsNav
        label={text.tabs.label}
        tabs={[
          { to: `${base}${filter}`, label: text.tabs.list, end: true },
          { to: `${base}/features${filter}`, label: text.tabs.features },
          { to: `${base}/matrix${filter}`, label: text.tabs.matrix },
          { to: `${base}/analysis${filter}`, label: text.tabs.analysis },
          { to: `${base}/by-role${filter}`, label: text.tabs.byRole },
          { to: `${base}/users${filter}`, label: text.tabs.users },
          { to: `${base}/claims${filter}`, label: text.tabs.claims },
        ]}
      />
      <Outlet />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
