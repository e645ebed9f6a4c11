/** Every answer to one open question; the search is part of the address, so it works without scripts. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { onePage } from "~/domain/paging";
import { searchAnswers } from "~/domain/report/open-answers";
import { questionResults } from "~/domain/report/question-results";
import { AnswerPages } from "~/features/results/text-answers";
import { readFiltered } from "~/server/filtered";
import { requireStudy } from "~/server/gate";

const perPage = 50;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language } = await requireStudy(request, params, "readStudies");
  const asked = new URL(request.url).searchParams;
  const { evidence, all, filter } = await readFiltered(
    store,
    { request, study, language, page: "results" },
    { keep: ["question", "q"] },
  );
  const key = asked.get("question") ?? "";
  const isOpen = ({ kind }: { kind: string }) => kind === "text" || kind === "comment";
  const question = questionResults(all, isOpen).find((one) => one.key === key);
  if (question?.kind !== "texts") throw new Response("Not found", { status: 404 });
  const search = asked.get("q")?.trim() ?? "";
  const passing = new Set(evidence.map(({ id }) => id));
  const given = question.texts.filter(({ responseId }) => passing.has(responseId));
  const found = searchAnswers(given, search);
  const { rows: texts, ...paging } = onePage(found, { asked: asked.get("page"), perPage });
  return data({
    study: { id: study.id },
    // A view leads to the results, not to one question of them.
    filter: { ...filter, views: [], mayEdit: false },
    answers: {
      ...paging,
      question: { key, block: question.block, title: question.title },
      search,
      texts,
      found: found.length,
      total: given.length,
    },
  });
};

export default function Answers() {
  const { study, filter, answers } = useLoaderData<typeof loader>();
  return (
    <AnswerPages base={`/studies/${study.id}`} answers={answers}>
      <FilterBar {...filter} />
    </AnswerPages>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
