import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { DefinitionList } from "~/components/definition-list";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { Section } from "~/components/section";
import { Tag } from "~/components/tag";
import { UndoToast } from "~/components/undo-toast";
import { listAnswerFiles } from "~/data/answer-files";
import { findImport } from "~/data/imports";
import { findVersionNumber, listCompiled } from "~/data/questionnaires";
import { findResponse } from "~/data/responses";
import { referencesIn } from "~/domain/questionnaire/answer-files";
import { answerWords } from "~/domain/questionnaire/answer-words";
import { itemsOf } from "~/domain/questionnaire/by-measure";
import { GivenFiles } from "~/features/results/given-files";
import { FlagList, ReviewForms, reviewed, useWho } from "~/features/results/review-panel";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { readQuality, reviewResponse, reviewRow } from "~/server/quality";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, language, can } = await requireStudy(request, params, "readStudies");
  const found = await findResponse(store, {
    workspaceId,
    studyId: study.id,
    responseId: params.responseId ?? "",
  });
  if (!found) throw new Response("Not found", { status: 404 });
  const { response, companyName } = found;
  const { importId } = response;
  const brought = importId === null ? null : await findImport(store, { workspaceId, importId });
  const versionId = response.versionId;
  const [versions, version] = await Promise.all([
    listCompiled(store, { workspaceId, versionIds: [versionId] }),
    findVersionNumber(store, { workspaceId, versionId }),
  ]);
  const { evidence, checks } = await readQuality(store, { workspaceId, studyId: study.id });
  const checked = evidence.find(({ id }) => id === response.id);
  const compiled = versions.get(versionId);
  const stored = await listAnswerFiles(store, { workspaceId, responseId: response.id });
  const base = `/studies/${study.id}/responses/${response.id}/files`;
  const filesOf = (answer: unknown) =>
    referencesIn(answer).map(({ id, name, size }) => {
      const isHere = can.exportResponses && stored.some((file) => file.id === id);
      return { id, name, size, to: isHere ? `${base}/${id}` : null };
    });
  const items = compiled
    ? itemsOf(compiled).filter(({ kind }) => kind !== "statement" && kind !== "display")
    : [];
  return data({
    study: { id: study.id, sample: study.sample },
    canEdit: can.editStudies,
    quality: checked ? reviewRow(checked, checks) : null,
    role: response.role,
    spoken: response.language,
    startedAt: response.startedAt,
    completedAt: response.completedAt,
    outcome: response.outcome,
    companyName,
    importedFrom: brought?.fileName ?? null,
    version,
    rows: items.map((item) => ({
      name: item.name,
      title: item.title[language],
      lines: answerWords(item, response.answers, language),
      files: item.kind === "file" ? filesOf(response.answers[item.name]) : [],
    })),
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, member, now } = await requireStudy(request, params, "editStudies");
  const answer = await reviewResponse(store, {
    ...{ workspaceId, studyId: study.id, memberId: member.id, now },
    form: await postedForm(request),
  });
  if (!answer || answer.kind === "gone") throw new Response("Not found", { status: 404 });
  return data(answer, answer.kind === "no-reason" ? 400 : 200);
};

export default function ResponsePage() {
  const done = useActionData<typeof action>();
  const {
    study,
    canEdit,
    quality,
    role,
    spoken,
    startedAt,
    completedAt,
    outcome,
    companyName,
    importedFrom,
    version,
    rows,
  } = useLoaderData<typeof loader>();
  const results = useText("results");
  const text = results.response;
  const words = useText("roles");
  const review = useText("quality");
  const imports = useText("answerImport");
  const who = useWho();
  const here = `/studies/${study.id}/responses/${quality?.id}`;
  const shell = useText("shell");
  const format = useFormat();
  const language = useLanguage();
  return (
    <>
      <PageHeader
        title={text.title({ role: words.chain[role] })}
        crumbs={[{ to: `/studies/${study.id}/responses`, label: text.back }]}
        tags={study.sample && <Tag tone="info">{results.sample}</Tag>}
      />
      <DefinitionList
        items={[
          { term: text.company, value: companyName ?? results.responses.unknownCompany },
          ...(importedFrom === null
            ? []
            : [{ term: imports.originLabel, value: imports.origin({ file: importedFrom }) }]),
          { term: text.version, value: `${words.chain[role]} v${version ?? "–"}` },
          { term: text.language, value: shell.language[spoken] },
          { term: text.started, value: format.dateTime(startedAt) },
          ...(outcome === null
            ? []
            : [{ term: results.responses.outcome, value: results.outcomes[outcome] }]),
          { term: text.completed, value: completedAt === null ? "–" : format.dateTime(completedAt) },
        ]}
      />
      {quality && (
        <Section title={review.checked}>
          <div className="grid gap-4">
            <FlagList flags={quality.flags} base={`/studies/${study.id}`} />
            {canEdit && (
              <ReviewForms
                row={quality}
                action={here}
                error={done?.kind === "no-reason" ? review.reasonMissing : undefined}
              />
            )}
          </div>
        </Section>
      )}
      <div className="mt-8" lang={language}>
        <DataTable
          caption={text.title({ role: words.chain[role] })}
          captionHidden
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { key: "question", header: text.question, cell: ({ title }) => title },
            {
              key: "answer",
              header: text.answer,
              cell: ({ lines, files }) =>
                files.length > 0 ? (
                  <GivenFiles files={files} />
                ) : lines.length === 0 ? (
                  <span className="text-muted">{text.notAnswered}</span>
                ) : (
                  lines.map((line) => (
                    <span key={line} className="block whitespace-pre-line">
                      {line}
                    </span>
                  ))
                ),
            },
          ]}
        />
      </div>
      {done?.kind === "reviewed" && (
        <UndoToast
          key={done.at}
          message={review[reviewed[done.intent]]({ who: who(done) })}
          undo={{ action: here, fields: done.undo }}
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
