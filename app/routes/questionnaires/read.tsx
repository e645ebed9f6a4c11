/** A questionnaire as respondents see it, with its wording, order and questions to be edited. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { UndoToast } from "~/components/undo-toast";
import { findQuestionnaire } from "~/data/questionnaires";
import { type Language, languages } from "~/domain/language";
import type { Compiled } from "~/domain/questionnaire/compiled";
import { QuestionEditor } from "~/features/questionnaire/question-editor";
import { draftAsPages, editingOf } from "~/features/questionnaire/read-draft";
import { WordingForm } from "~/features/questionnaire/wording-form";
import { type Draw, drawOf } from "~/features/respond/draw";
import { ItemView } from "~/features/respond/items/item-view";
import { parseLanguage } from "~/i18n/language-of";
import { textOf } from "~/i18n/text";
import { useLanguage, useText } from "~/i18n/use-text";
import { compileDraft } from "~/server/compile-once";
import { type Edited, editFromForm } from "~/server/edit-questionnaire";
import { requireQuestionnaire } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { study, questionnaire, language, can } = await requireQuestionnaire(request, params, "readStudies");
  const made = await compileDraft(questionnaire);
  const { searchParams } = new URL(request.url);
  const editing = can.editStudies ? editingOf(questionnaire.draft, searchParams.get("edit"), language) : null;
  return {
    action: `/studies/${study.id}/questionnaires/${questionnaire.id}?index`,
    compiled: made.ok ? made.compiled : null,
    pages: draftAsPages(questionnaire.draft),
    shown: parseLanguage(searchParams.get("show")) ?? language,
    saved: searchParams.get("saved"),
    canEdit: can.editStudies,
    editing,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, study, where, member, language, now } = await requireQuestionnaire(
    request,
    params,
    "editStudies",
  );
  const done: Edited = await editFromForm(store, where, await postedForm(request), {
    savedBy: member.id,
    now,
  });
  const show = parseLanguage(new URL(request.url).searchParams.get("show")) ?? language;
  if (done.kind === "saved") {
    const place = done.target.startsWith("q.") ? `#question-${encodeURIComponent(done.target.slice(2))}` : "";
    return redirect(
      `/studies/${study.id}/questionnaires/${where.questionnaireId}?show=${show}&saved=${encodeURIComponent(done.target)}${place}`,
    );
  }
  if (done.kind !== "conflict")
    return data({ ...done, editing: null, at: now }, done.kind === "gone" ? 409 : 200);
  const draft = await findQuestionnaire(store, where);
  const editing = editingOf(draft?.draft, done.target, language);
  const conflict = { typed: done.typed, now: done.now };
  return data({ kind: "conflict" as const, editing: editing && { ...editing, conflict }, at: now }, 409);
};

/** Draws every choice and row of a question, whatever their conditions, and says whose answer an insertion stands for. */
function previewOf(compiled: Compiled, language: Language): Draw | null {
  const [page] = compiled.pages;
  if (!page) return null;
  const draw = drawOf({
    ...{ compiled, page, language, answers: {}, variables: {}, seed: "", form: [], problems: [] },
    ...{ opened: false, progress: { page: 1, pages: compiled.pages.length }, minutesLeft: 1 },
  });
  const { answerTo } = textOf(language, "questionnaire").read;
  const titles = new Map(
    compiled.pages.flatMap(({ items }) => items.map(({ name, title }) => [name, title[language]])),
  );
  return {
    ...draw,
    alone: false,
    say: (text) =>
      text[language].replace(/\{([^{}]+)\}/g, (whole, name: string) => {
        const question = titles.get(name);
        return question === undefined ? whole : answerTo({ question });
      }),
    choicesOf: (item) => item.choices.map((choice) => ({ ...choice, offered: true })),
    rowsOf: (item) => item.rows.map((row) => ({ ...row, offered: true })),
  };
}

const drawnBySurveyJs = new Set(["matrixdropdown", "matrixdynamic", "paneldynamic", "slider", "display"]);

export default function ReadQuestionnaire() {
  const { action: path, compiled, pages, shown, saved, canEdit, editing } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("questionnaire").read;
  const shell = useText("shell");
  const language = useLanguage();
  const draw = compiled && previewOf(compiled, shown);
  const items = new Map(compiled?.pages.flatMap((page) => page.items).map((item) => [item.name, item]));
  const open = done?.editing ?? editing;
  const undo =
    done?.kind === "removed"
      ? { action: path, fields: { intent: "restore", removed: done.removed } }
      : undefined;
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <span className="text-muted">{text.preview}</span>
        {languages.map((one) => (
          <Link
            key={one}
            to={`?show=${one}`}
            preventScrollReset
            aria-current={one === shown ? "true" : undefined}
            className="link inline-flex min-h-6 items-center aria-[current]:font-semibold"
          >
            {shell.language[one]}
          </Link>
        ))}
        {canEdit && (
          <Link to={`?show=${shown}&edit=survey`} preventScrollReset className="link ms-auto">
            {text.heading}
          </Link>
        )}
      </div>
      <p role="status" className="mb-4 text-muted text-sm empty:hidden">
        {done?.kind === "moved" ? text.moved(done) : !done && saved ? text.saved : ""}
      </p>
      {done?.kind === "gone" && (
        <div className="mb-6">
          <Notice tone="warn" live>
            {text.gone}
          </Notice>
        </div>
      )}
      {open?.target === "survey" && (
        <div className="mb-8">
          <WordingForm editing={open} action={`${path}&show=${shown}`} back={`?show=${shown}`} />
        </div>
      )}
      {pages.length === 0 && <p className="text-muted">{text.noPages}</p>}
      <QuestionEditor
        pages={pages}
        compiled={compiled}
        shown={shown}
        editing={open}
        canEdit={canEdit}
        moved={done?.kind === "moved" ? done : undefined}
        draw={(name) => {
          const item = items.get(name);
          return item && draw && !drawnBySurveyJs.has(item.kind) && <ItemView item={item} draw={draw} />;
        }}
      />
      {done?.kind === "removed" && (
        <UndoToast key={done.at} message={text.removed({ question: done.title[language] })} undo={undo} />
      )}
      {done?.kind === "restored" && (
        <UndoToast key={done.at} message={text.restored({ question: done.title[language] })} />
      )}
      {done?.kind === "not-restored" && <UndoToast key={done.at} message={text.notRestored} />}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
