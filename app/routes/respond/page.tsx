/** The pages of a response, one at a time, and the thanks at its end. */
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Move, savePage } from "~/data/answering";
import { admits } from "~/domain/fieldwork/admits";
import { isReminded, refusalReasons } from "~/domain/fieldwork/invitation";
import { fileProblemCodes, problemOf } from "~/domain/questionnaire/answer-files";
import { itemsOf } from "~/domain/questionnaire/by-measure";
import { closingText, endOf } from "~/domain/questionnaire/endings";
import { drawVariables } from "~/domain/questionnaire/order";
import { readForm, withoutAnswer, withoutFile } from "~/domain/questionnaire/read-form";
import { thankYouText } from "~/domain/questionnaire/templates";
import { checkPage } from "~/domain/questionnaire/validate";
import { wordIn } from "~/domain/typed";
import type { FormEntry } from "~/features/respond/form-values";
import { LeftPage, RefusedPage, ThanksPage } from "~/features/respond/last-pages";
import { opensItems, viewPage } from "~/features/respond/page-view";
import { QuestionPage } from "~/features/respond/question-page";
import { respondentHeaders } from "~/features/respond/respondent-headers";
import { titled } from "~/features/respond/titled";
import { noteLeaving } from "~/server/leaving";
import { referableBy } from "~/server/referral";
import {
  framedBy,
  isWaveEnded,
  openResponse,
  readPosted,
  secondsSince,
  switchedLanguage,
} from "~/server/respond";

export const handle = { scripts: false };
export const headers: HeadersFunction = respondentHeaders;
export const meta: MetaFunction<typeof loader> = titled;

/** Longer than this without a step is a break that may have a reason. */
const awayFor = 24 * 60 * 60 * 1000;

type Opened = Awaited<ReturnType<typeof openResponse>>;

/** The page a response stands at, or `name`, with what the form showed when it came back. */
function viewOf(opened: Opened, name: string, more: Partial<Parameters<typeof viewPage>[0]> = {}) {
  const { compiled, response, language } = opened;
  const page = compiled.pages.find((page) => page.name === name) ?? compiled.pages[0]!;
  const variables = drawVariables(compiled, response.id);
  return viewPage({
    compiled,
    page,
    answers: response.answers,
    variables,
    seed: response.id,
    language,
    ...more,
  });
}

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const opened = await openResponse(request, params);
  const { compiled, response, sender, bilingual, collector, now } = opened;
  const start = `/${collector.questionnaireId ? "r" : "s"}/${collector.token}`;
  const waveEnded = await isWaveEnded(opened);
  const again = admits(collector, { begun: 0, waveEnded, now }) === null && !collector.onePerDevice;
  const around = { sender, bilingual, again: again ? start : null };
  const variables = drawVariables(compiled, response.id);
  if (response.outcome !== null) {
    const closing = closingText(compiled, { ...response, outcome: response.outcome }, variables);
    const done = { ...around, language: opened.reader, title: compiled.title[opened.reader] };
    const last = { thanks: closing[opened.reader], counted: false, left: null, refer: null, asked: null };
    return data({ ...done, ...last }, { headers: framedBy(collector) });
  }
  if (response.completedAt !== null) {
    const own = endOf(compiled, response.answers, variables)?.text;
    const thanks = (own ?? thankYouText(await opened.brief()))[opened.reader];
    const [missing = null] = await referableBy(opened);
    const refer = missing && { role: missing, to: `/r/${collector.token}/${params.key}/refer` };
    const done = { ...around, language: opened.reader, title: compiled.title[opened.reader] };
    return data(
      { ...done, thanks, counted: true, left: null, refer, asked: null },
      { headers: framedBy(collector) },
    );
  }
  const here = `/r/${collector.token}/${params.key}`;
  const { language } = opened;
  const unsaid = { thanks: null, counted: false, refer: null };
  const open = { ...around, ...unsaid, language, title: compiled.title[language] };
  if (new URL(request.url).searchParams.has("left") && response.leftReason !== "") {
    const reminded = response.invitationId !== null && isReminded(response.leftReason);
    return data({ ...open, left: { back: here, reminded }, asked: null }, { headers: framedBy(collector) });
  }
  if (!compiled.light) throw redirect(`/r/${collector.token}/${params.key}/full`);
  const asked = {
    view: viewOf(opened, response.page, { problems: fileProblems(request, opened) }),
    shownAt: now,
    revision: response.revision,
    save: `/api/respond/${collector.token}/${params.key}`,
    upload: `/api/respond/${collector.token}/${params.key}/files`,
    draft: response.id,
    back: now - response.updatedAt > awayFor && response.leftReason === "",
  };
  return data({ ...open, left: null, asked }, { headers: framedBy(collector) });
};

/** What was wrong with a file that came with the whole form; its address says it, as nothing of it is kept. */
function fileProblems(request: Request, { compiled }: Opened) {
  const { searchParams } = new URL(request.url);
  const code = wordIn(fileProblemCodes, searchParams.get("problem"));
  const item = itemsOf(compiled).find(({ name }) => name === searchParams.get("file"));
  return code && item?.kind === "file" ? [problemOf(item, code)] : [];
}

const moveOf = (posted: string | null): Move => (posted === "back" || posted === "save" ? posted : "next");

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const opened = await openResponse(request, params);
  const { store, workspaceId, keyHash, compiled, response, collector, now } = opened;
  const here = `/r/${collector.token}/${params.key}`;
  const onward = () => redirect(here, 303);
  const form = await readPosted(request);
  const page = compiled.pages.find(({ name }) => name === form.get("page"));
  const left = wordIn(refusalReasons, form.get("leave"));
  const reason = left ?? wordIn(refusalReasons, form.get("stopped"));
  if (reason) await noteLeaving(opened, { reason, leaves: left !== null });
  if (!page) return left ? redirect(`${here}?left`, 303) : onward();

  const cleared = form.get("clear");
  const dropped = form.get("drop");
  const typed: FormEntry[] = withoutFile(withoutAnswer([...form.entries()], cleared), dropped);
  const raw = readForm(page, typed);
  const switched = switchedLanguage(request, form);
  const language = switched?.language ?? opened.language;
  const variables = drawVariables(compiled, response.id);
  const { merged, problems } = checkPage(compiled, page.name, raw, response.answers, variables);
  const shown = (form.get("shown") ?? "").split(" ");
  const stays = cleared !== null || dropped !== null;
  const wanted = switched || reason || stays ? "save" : moveOf(form.get("move"));
  const opens = wanted === "next" && opensItems(page, { answers: merged, variables }, shown);
  const seconds = secondsSince(form.get("shownAt"), now);
  const saved = await savePage(store, {
    ...{ workspaceId, keyHash, compiled, raw, seconds, language, now },
    page: page.name,
    move: opens ? "save" : wanted,
  });
  if (left) return redirect(`${here}?left`, 303);
  if (!saved) return onward();
  const after = { ...opened, response: saved.response, language };
  if (saved.kind === "saved" && (switched || stays)) {
    const headers = switched ? { "Set-Cookie": switched.cookie } : undefined;
    return data(viewOf(after, page.name, { form: typed }), { headers });
  }
  if (saved.kind === "saved" && opens)
    return data(
      viewOf(after, page.name, {
        form: typed,
        opened: true,
        problems: problems.filter(({ item }) => shown.includes(item)),
      }),
    );
  if (saved.kind !== "refused") return onward();
  const same = saved.response.page === page.name;
  const view = viewOf(after, saved.response.page, {
    problems: saved.problems,
    ...(same && { form: typed }),
  });
  return data(view, { status: 422 });
};

export default function ResponsePage() {
  const { sender, bilingual, again, thanks, counted, left, refer, asked } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  if (left) return <LeftPage sender={sender} {...left} />;
  if (!asked) return <ThanksPage {...{ sender, thanks, counted, again, bilingual, refer }} />;
  const { save, upload, draft, revision } = asked;
  return (
    <QuestionPage
      view={answered ?? asked.view}
      sender={sender}
      bilingual={bilingual}
      shownAt={asked.shownAt}
      back={asked.back && !answered}
      keeping={{ kind: "stored", save, upload, draft, revision }}
    />
  );
}

export const ErrorBoundary = RefusedPage;
