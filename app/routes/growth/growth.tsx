/** The frame of the growth pages: their title and views. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { TabsNav } from "~/components/tabs-nav";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { study } = await requireStudy(request, params, "readStudies");
  return { base: `/studies/${study.id}/growth` };
};

export default function Growth() {
  const { base } = useLoaderData<typeof loader>();
  const text = useText("growth");
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <TabsNav
        label={text.tabs.label}
        tabs={(["funnel", "money", "stage", "opportunities"] as const).map((view) => ({
          to: `${base}/${view}`,
          label: text.tabs[view],
        }))}
      />
      <Outlet />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
