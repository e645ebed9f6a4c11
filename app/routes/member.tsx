/** The frame around every signed-in page: main navigation, who is signed in, and the study one is in. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Outlet, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { AppShell } from "~/components/app-shell";
import { Button } from "~/components/button";
import { ErrorPage } from "~/components/error-page";
import type { WorkState } from "~/components/state-mark";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { requireMember } from "~/server/gate";
import type { loader as studyLoader } from "./studies/study";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { member, can, workspaceName } = await requireMember(request, "readReports");
  return { name: member.name, can, workspaceName };
};

const studySteps = [
  "questionnaires",
  "fieldwork",
  "responses",
  "results",
  "pmf",
  "chain",
  "competitors",
  "market",
  "growth",
  "report",
] as const;

/** Named after the part of the house, unless a page within it has a name of its own. */
export const meta: MetaFunction = (seen) =>
  pageTitle(seen, (words) => {
    const names = new Map(Object.entries(words("shell").nav));
    return [names.get(seen.location.pathname.split("/")[1] ?? "")];
  });

export default function Member() {
  const { can, name } = useLoaderData<typeof loader>();
  const inStudy = useRouteLoaderData<typeof studyLoader>("routes/studies/study");
  const text = useText("shell");
  const nav = [
    ...(can.readStudies
      ? [
          { to: "/studies", label: text.nav.studies },
          { to: "/companies", label: text.nav.companies },
          { to: "/bank", label: text.nav.bank },
        ]
      : []),
    { to: "/reports", label: text.nav.reports },
    { to: "/methods", label: text.nav.methods },
    { to: "/settings", label: text.nav.settings },
  ];
  // Steps that are worked on at any time carry no state.
  const states: Partial<Record<(typeof studySteps)[number], WorkState>> = inStudy?.states ?? {};
  const base = inStudy && `/studies/${inStudy.study.id}`;
  return (
    <AppShell
      nav={nav}
      account={
        <Form method="post" action="/sign-out" className="flex items-center gap-2">
          <span className="text-muted text-sm">{name}</span>
          <Button look="plain" size="small" type="submit">
            {text.actions.signOut}
          </Button>
        </Form>
      }
      study={
        inStudy && base
          ? {
              name: inStudy.study.product,
              to: base,
              items: [
                { to: base, label: text.study.overview, end: true },
                ...studySteps.map((step) => ({
                  to: `${base}/${step}`,
                  label: text.study[step],
                  state: states[step],
                })),
              ],
            }
          : undefined
      }
    >
      <Outlet />
    </AppShell>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
