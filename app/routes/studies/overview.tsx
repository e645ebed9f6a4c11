/** What is known of a study so far, and what to do next. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { listQuestionnaires } from "~/data/questionnaires";
import { countResponses } from "~/data/responses";
import { listCompetitors } from "~/data/studies";
import { nextStep } from "~/domain/study/next-step";
import { StudyOverview } from "~/features/study/study-overview";
import { useText } from "~/i18n/use-text";
import { countWaiting } from "~/server/evidence-memory";
import { requireStudy } from "~/server/gate";
import { listLinks } from "~/server/links";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id };
  const [questionnaires, counts, competitors, links, waiting] = await Promise.all([
    listQuestionnaires(store, where),
    countResponses(store, where),
    listCompetitors(store, where),
    listLinks(store, request, study),
    countWaiting(store, study),
  ]);
  const rows = questionnaires.map(({ role, version }) => {
    const { started = 0, complete = 0 } = counts.find((count) => count.role === role) ?? {};
    return { role, version, started, complete };
  });
  const open = links.filter(({ closedAt }) => closedAt === null);
  return { study, competitors, rows, waiting, links: open, step: nextStep({ questionnaires, counts }) };
};

export default function Overview() {
  const loaded = useLoaderData<typeof loader>();
  const { study } = loaded;
  const text = useText("study");
  const insights = useText("insights");
  return (
    <>
      <PageHeader
        crumbs={[{ to: "/studies", label: text.list.title }]}
        title={study.product}
        lead={study.description || undefined}
        actions={
          <>
            <LinkButton to={`/studies/${study.id}/insights`}>{insights.title}</LinkButton>
            <LinkButton to={`/studies/${study.id}/edit`}>{text.overview.settings}</LinkButton>
          </>
        }
      />
      <StudyOverview {...loaded} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
