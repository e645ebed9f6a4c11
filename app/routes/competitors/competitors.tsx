/** The frame of everything about the competition: its title and its views. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { TabsNav } from "~/components/tabs-nav";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { study } = await requireStudy(request, params, "readStudies");
  return { base: `/studies/${study.id}/competitors` };
};

export default function Competitors() {
  const { base } = useLoaderData<typeof loader>();
  const text = useText("competitors");
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <TabsNav
        label={text.tabs.label}
        tabs={[
          { to: base, label: text.tabs.list, end: true },
          { to: `${base}/features`, label: text.tabs.features },
          { to: `${base}/matrix`, label: text.tabs.matrix },
          { to: `${base}/analysis`, label: text.tabs.analysis },
          { to: `${base}/by-role`, label: text.tabs.byRole },
          { to: `${base}/users`, label: text.tabs.users },
          { to: `${base}/claims`, label: text.tabs.claims },
        ]}
      />
      <Outlet />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
