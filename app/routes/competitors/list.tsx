/** The competitors of a study; archiving takes one out of the matrix and can be undone. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { UndoToast } from "~/components/undo-toast";
import { findComparisonSettings, findRival, listRivals, updateRivalArchived } from "~/data/competitors";
import { competitorLimit } from "~/domain/study/study-form";
import { CompetitiveVerdict } from "~/features/competitors/competitive-verdict";
import { RivalList } from "~/features/competitors/rival-list";
import { useText } from "~/i18n/use-text";
import { judgeCompetition } from "~/server/competitor-analysis";
import { present } from "~/server/competitors";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id };
  const [rivals, { ownPlans }, judged] = await Promise.all([
    listRivals(store, where),
    findComparisonSettings(store, where),
    judgeCompetition(store, study),
  ]);
  return {
    judged,
    base: `/studies/${study.id}/competitors`,
    product: study.product,
    currency: study.currency,
    priceUnit: study.priceUnit,
    ownPlans,
    rivals: present(rivals),
    archived: rivals.filter(({ archivedAt }) => archivedAt !== null),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "editStudies");
  const where = { workspaceId, studyId: study.id };
  const form = await postedForm(request);
  const key = String(form.get("key"));
  const rival = await findRival(store, { ...where, key });
  if (!rival) throw new Response("Not found", { status: 404 });
  const archived = form.get("intent") === "archive";
  if (!archived) {
    const rivals = present(await listRivals(store, where));
    if (rivals.length >= competitorLimit) return { kind: "full" as const, at: now };
  }
  await updateRivalArchived(store, { ...where, key, archivedAt: archived ? now : null });
  return { kind: archived ? ("archived" as const) : ("restored" as const), key, name: rival.name, at: now };
};

export default function Rivals() {
  const { judged, ...loaded } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("competitors").list;
  return (
    <>
      {loaded.rivals.length > 0 && <CompetitiveVerdict {...judged} base={loaded.base} />}
      <RivalList {...loaded} limit={competitorLimit} />
      {done?.kind === "full" && <UndoToast key={done.at} message={text.limit({ limit: competitorLimit })} />}
      {done && done.kind !== "full" && (
        <UndoToast
          key={done.at}
          message={text[done.kind](done)}
          undo={{
            action: `${loaded.base}?index`,
            fields: { key: done.key, intent: done.kind === "archived" ? "restore" : "archive" },
          }}
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
