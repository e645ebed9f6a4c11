/** Every answer to one open question; the search is part of the address, so it works without scripts. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { listEvidence } from "~/data/evidence";
import { searchAnswers } from "~/domain/report/open-answers";
import { questionResults } from "~/domain/report/question-results";
import { AnswerPages } from "~/features/results/text-answers";
import { requireStudy } from "~/server/gate";

const perPage = 50;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "readStudies");
  const asked = new URL(request.url).searchParams;
  const evidence = await listEvidence(store, { workspaceId, studyId: study.id });
  const key = asked.get("question") ?? "";
  const isOpen = ({ kind }: { kind: string }) => kind === "text" || kind === "comment";
  const question = questionResults(evidence, isOpen).find((one) => one.key === key);
  if (question?.kind !== "texts") throw new Response("Not found", { status: 404 });
  const search = asked.get("q")?.trim() ?? "";
  const found = searchAnswers(question.texts, search);
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const wanted = Number(asked.get("page") ?? 1);
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pages) : 1;
  return data({
    study: { id: study.id },
    answers: {
      question: { key, block: question.block, title: question.title },
      search,
      texts: found.slice((page - 1) * perPage, page * perPage),
      found: found.length,
      total: question.total,
      page,
      pages,
    },
  });
};

export default function Answers() {
  const { study, answers } = useLoaderData<typeof loader>();
  return <AnswerPages base={`/studies/${study.id}`} answers={answers} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
