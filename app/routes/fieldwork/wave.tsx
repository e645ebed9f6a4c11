/** The plan of the wave in the field, declared beforehand; and the waves before it. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { UndoToast } from "~/components/undo-toast";
import { listQuestionnaires } from "~/data/questionnaires";
import { countByWave, insertWave, listWaves, updateWaveEnded, updateWavePlan } from "~/data/waves";
import { readWave, typedWave, waveFromForm } from "~/domain/fieldwork/wave-form";
import { WaveForm } from "~/features/fieldwork/wave-form";
import { WaveList } from "~/features/fieldwork/wave-list";
import { useText } from "~/i18n/use-text";
import { requireWave } from "~/server/fieldwork-board";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id };
  const [wave, waves, counts, questionnaires] = await Promise.all([
    requireWave(store, study),
    listWaves(store, where),
    countByWave(store, where),
    listQuestionnaires(store, where),
  ]);
  return {
    base: `/studies/${study.id}/fieldwork/wave`,
    canEdit: can.editStudies,
    number: wave.number,
    ended: wave.endedAt !== null,
    typed: typedWave(wave),
    roles: questionnaires.map(({ role }) => role),
    waves: waves.map(({ id, number, name, startedAt, endedAt }) => ({
      ...{ id, number, name, startedAt, endedAt },
      complete: counts.get(id) ?? 0,
    })),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "editStudies");
  const wave = await requireWave(store, study);
  const where = { workspaceId, studyId: study.id, waveId: wave.id };
  const form = await postedForm(request);
  const intent = form.get("intent");
  if (intent === "next") {
    // A second tap on the same button asks for a wave that is there.
    const number = Number(form.get("number"));
    if (number === wave.number + 1) await insertWave(store, { ...where, number, name: "", now });
    return data({ kind: "next" as const, number, at: now });
  }
  if (intent === "end" || intent === "reopen") {
    const stopRules = wave.stopRules ? { ...wave.stopRules, endsItself: false } : undefined;
    await updateWaveEnded(
      store,
      intent === "end" ? { ...where, endedAt: now } : { ...where, endedAt: null, stopRules },
    );
    return data({ kind: intent, at: now } as const);
  }
  const typed = waveFromForm(form);
  const read = readWave(typed);
  if (!read.ok) return data({ kind: "refused" as const, typed, problems: read.problems }, 422);
  await updateWavePlan(store, { ...where, plan: read.plan, now });
  return data({ kind: "saved" as const, at: now });
};

export default function WavePlan() {
  const { base, canEdit, number, ended, typed, roles, waves } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("board").wave;
  const refused = done?.kind === "refused" ? done : null;
  const said =
    done?.kind === "saved"
      ? text.saved
      : done?.kind === "next"
        ? text.nextDone({ n: done.number })
        : done?.kind === "end"
          ? text.endDone
          : done?.kind === "reopen"
            ? text.reopenDone
            : null;
  return (
    <>
      <WaveForm
        key={number}
        number={number}
        typed={refused?.typed ?? typed}
        problems={refused?.problems ?? {}}
        roles={roles}
        canEdit={canEdit}
      />
      <WaveList waves={waves} ended={ended} canEdit={canEdit} />
      {said !== null && done && "at" in done && (
        <UndoToast
          key={done.at}
          message={said}
          undo={done.kind === "end" ? { action: base, fields: { intent: "reopen" } } : undefined}
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
