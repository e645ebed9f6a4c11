/** The frame of companies, their people, and the files they came with. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { TabsNav } from "~/components/tabs-nav";
import { useText } from "~/i18n/use-text";
import { requireMember } from "~/server/gate";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { can } = await requireMember(request, "readStudies");
  return { canEdit: can.editStudies };
};

export default function Companies() {
  const { canEdit } = useLoaderData<typeof loader>();
  const text = useText("people");
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={
          canEdit && (
            <>
              <LinkButton to="/companies/new">{text.addCompany}</LinkButton>
              <LinkButton to="/companies/imports">{text.importPeople}</LinkButton>
            </>
          )
        }
      />
      <TabsNav
        label={text.tabs.label}
        tabs={[
          { to: "/companies", label: text.tabs.companies, end: true },
          { to: "/companies/people", label: text.tabs.people },
          { to: "/companies/imports", label: text.tabs.imports },
          ...(canEdit ? [{ to: "/companies/doubles", label: text.tabs.doubles }] : []),
        ]}
      />
      <Outlet />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
