/** The ways in to a study's questionnaires, and how far fieldwork is. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { Section } from "~/components/section";
import { UndoToast } from "~/components/undo-toast";
import { countBegun, listCollectors, updateCollectorClosed } from "~/data/collectors";
import { findPublishedVersion, listCompiled, listQuestionnaires } from "~/data/questionnaires";
import { countResponses, listPartialResponses } from "~/data/responses";
import { stoppedAt } from "~/domain/fieldwork/stopped-at";
import { fullMinutes } from "~/domain/questionnaire/duration";
import { LinkCard } from "~/features/fieldwork/link-card";
import { ProgressTables } from "~/features/fieldwork/progress-tables";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { listLinks } from "~/server/links";
import { qrCodeOf } from "~/server/qr-code";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id };
  const [links, questionnaires, counts, partial] = await Promise.all([
    listLinks(store, request, study),
    listQuestionnaires(store, where),
    countResponses(store, where),
    listPartialResponses(store, where),
  ]);
  const versions = await listCompiled(store, {
    workspaceId,
    versionIds: [...new Set(partial.map(({ versionId }) => versionId))],
  });
  const minutesOf = async (role: string | null) => {
    const questionnaireId = questionnaires.find((one) => one.role === role)?.id;
    const version = questionnaireId && (await findPublishedVersion(store, { workspaceId, questionnaireId }));
    return version ? fullMinutes(version.compiled) : null;
  };
  return {
    study: { id: study.id, product: study.product, languages: study.languages },
    canEdit: can.editStudies,
    links: await Promise.all(
      links.map(async (link) => ({
        ...link,
        qr: qrCodeOf(link.url),
        minutes: await minutesOf(link.role),
        begun: link.cap === null ? 0 : await countBegun(store, { workspaceId, collectorId: link.id }),
      })),
    ),
    progress: questionnaires
      .filter(({ version }) => version !== null)
      .map(({ role }) => {
        const none = { started: 0, complete: 0, screenedOut: 0, overQuota: 0, unfinished: 0 };
        return { ...none, ...counts.find((count) => count.role === role), role };
      }),
    stopped: stoppedAt(partial, versions),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  const collectors = await listCollectors(store, { workspaceId, studyId: study.id });
  const collector = collectors.find(({ id }) => id === form.get("collectorId"));
  if (!collector) throw new Response("Not found", { status: 404 });
  const closed = form.get("intent") === "close";
  const collectorId = collector.id;
  await updateCollectorClosed(store, { workspaceId, collectorId, closedAt: closed ? now : null });
  return { collectorId, closed, at: now };
};

export default function Fieldwork() {
  const { study, canEdit, links, progress, stopped } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("fieldwork");
  const words = useText("board").link;
  const roleText = useText("roles");
  const base = `/studies/${study.id}`;
  const role = links.find(({ id }) => id === done?.collectorId)?.role;
  const name = role ? roleText.chain[role] : text.studyLink;
  return (
    <>
      {links.length === 0 ? (
        <EmptyState
          title={text.emptyTitle}
          action={
            <LinkButton look="primary" to={`${base}/questionnaires`}>
              {text.toQuestionnaires}
            </LinkButton>
          }
        >
          {text.empty}
        </EmptyState>
      ) : (
        <>
          <ProgressTables progress={progress} stopped={stopped} />
          <Section
            title={text.linksTitle}
            actions={canEdit && <LinkButton to={`${base}/fieldwork/links/new`}>{words.add}</LinkButton>}
          >
            <div className="grid gap-4">
              {links.map((link) => (
                <LinkCard
                  key={link.id}
                  link={link}
                  base={`${base}/fieldwork`}
                  product={study.product}
                  languages={study.languages}
                  canEdit={canEdit}
                />
              ))}
            </div>
          </Section>
        </>
      )}
      {done && (
        <UndoToast
          key={done.at}
          message={done.closed ? text.closedDone({ name }) : text.openedDone({ name })}
          undo={{
            action: `${base}/fieldwork?index`,
            fields: { collectorId: done.collectorId, intent: done.closed ? "open" : "close" },
          }}
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
