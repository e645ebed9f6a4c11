/** The frame of fieldwork: its title and its views. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { TabsNav } from "~/components/tabs-nav";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { study } = await requireStudy(request, params, "readStudies");
  return { study: { id: study.id, product: study.product } };
};

export default function FieldworkFrame() {
  const { study } = useLoaderData<typeof loader>();
  const text = useText("fieldwork");
  const { tabs } = useText("board");
  const mail = useText("mail");
  const base = `/studies/${study.id}/fieldwork`;
  return (
    <>
      <PageHeader
        crumbs={[{ to: `/studies/${study.id}`, label: study.product }]}
        title={text.title}
        lead={text.lead}
      />
      <TabsNav
        label={tabs.label}
        tabs={[
          { to: base, label: tabs.links, end: true },
          { to: `${base}/board`, label: tabs.board },
          { to: `${base}/invitations`, label: tabs.invite },
          { to: `${base}/mail`, label: mail.title },
          { to: `${base}/left`, label: tabs.left },
          { to: `${base}/wave`, label: tabs.wave },
        ]}
      />
      <Outlet />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
