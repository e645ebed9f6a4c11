/** One file of answers: what it would bring in, and, once confirmed, what it brought. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { undoAnswerImport } from "~/data/answer-imports";
import { findImport, updateImportMapping } from "~/data/imports";
import { formatOfExport } from "~/domain/fieldwork/answer-columns";
import { answerMappingFrom, fieldChoices, unplacedWords } from "~/domain/fieldwork/answer-mapping";
import { columnsOf } from "~/domain/fieldwork/file-import";
import { itemsOf } from "~/domain/questionnaire/by-measure";
import { AnswerOutcome } from "~/features/results/answer-outcome";
import { AnswerPreview } from "~/features/results/answer-preview";
import { useText } from "~/i18n/use-text";
import { confirmAnswerImport, planAnswerImport } from "~/server/answer-import";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

const shownRows = 50;

async function openImport(request: Request, params: { studyId?: string; importId?: string }) {
  const gate = await requireStudy(request, params, "editStudies");
  const { store, workspaceId, study } = gate;
  const found = await findImport(store, { workspaceId, importId: params.importId ?? "" });
  if (found?.kind !== "answers" || found.studyId !== study.id)
    throw new Response("Not found", { status: 404 });
  return { ...gate, found };
}

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, found, now } = await openImport(request, params);
  const { fileName, mapping, counts, finishedAt, undoneAt } = found;
  const base = `/studies/${study.id}`;
  const plan = await planAnswerImport(store, study, found, now);
  const compiled = plan?.target.version.compiled;
  const titles = Object.fromEntries(
    compiled ? itemsOf(compiled).map(({ name, title }) => [name, title]) : [],
  );
  if (finishedAt !== null) {
    const refused = (found.rows ?? []).slice(0, shownRows).map(([row, item, code, cell]) => ({
      ...{ row: Number(row), item: item ?? "", code: code ?? "", cell: cell ?? "" },
    }));
    const outcome = { counts, undone: undoneAt !== null, refused, titles };
    return { base, fileName, stale: false, preview: null, outcome };
  }
  if (!plan || !compiled) return { base, fileName, stale: true, preview: null, outcome: null };
  const rows = found.rows ?? [];
  const refused = plan.refused
    .slice(0, shownRows)
    .flatMap(({ row, problems }) => problems.slice(0, 3).map((problem) => ({ row, ...problem })));
  const fresh = plan.answers.filter(({ keyHash }) => !plan.known.has(keyHash));
  const preview = {
    format: formatOfExport(rows[0] ?? []),
    columns: columnsOf(
      rows,
      mapping.filter(({ field }) => !field.startsWith("as:")),
    ),
    choices: fieldChoices(compiled),
    words: unplacedWords({ rows, mapping, compiled }),
    counts: { added: fresh.length, known: plan.answers.length - fresh.length, refused: plan.refused.length },
    refused,
    titles,
    first: fresh.slice(0, 10).map(({ row, company, completedAt, answers }) => ({
      ...{ row, company: company?.name ?? "", completedAt, given: Object.keys(answers).length },
    })),
  };
  return { base, fileName, stale: false, preview, outcome: null };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, found, now } = await openImport(request, params);
  const form = await postedForm(request);
  const importId = found.id;
  const here = `/studies/${study.id}/responses/import/${importId}`;
  if (form.get("intent") === "undo") {
    if (found.finishedAt === null || found.undoneAt !== null) return redirect(here);
    return data({ undone: await undoAnswerImport(store, { workspaceId, importId, now }) });
  }
  if (found.finishedAt !== null) return redirect(here);
  const mapping = answerMappingFrom(found.rows?.[0]?.length ?? 0, form);
  await updateImportMapping(store, { workspaceId, importId, mapping });
  if (form.get("intent") === "confirm") await confirmAnswerImport(store, study, { ...found, mapping }, now);
  return redirect(here);
};

export default function Import() {
  const { base, fileName, stale, preview, outcome } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("answerImport");
  const { responses } = useText("results");
  return (
    <>
      <PageHeader
        crumbs={[
          { to: `${base}/responses`, label: responses.title },
          { to: `${base}/responses/import`, label: text.tab },
        ]}
        title={outcome ? text.doneTitle({ file: fileName }) : text.previewTitle({ file: fileName })}
      />
      {stale && <Notice tone="warn">{text.stale}</Notice>}
      {preview && <AnswerPreview {...preview} />}
      {outcome && <AnswerOutcome {...outcome} base={base} undoneNow={done?.undone ?? null} />}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
