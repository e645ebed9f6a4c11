/** The live board: companies × roles, what is missing, and how far the wave is from what was declared. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { BoardTable } from "~/features/fieldwork/board-table";
import { WaveProgress } from "~/features/fieldwork/wave-progress";
import { useText } from "~/i18n/use-text";
import { readBoard, readProgress, requireWave } from "~/server/fieldwork-board";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language, can, now } = await requireStudy(request, params, "readStudies");
  const asked = new URL(request.url).searchParams.get("page");
  const wave = await requireWave(store, study);
  const { answers, ...board } = await readBoard(store, { study, wave, language, asked });
  return {
    ...board,
    base: `/studies/${study.id}/fieldwork`,
    canEdit: can.editStudies,
    progress: await readProgress(store, { study, wave, answers, now }),
  };
};

export default function Board() {
  const { board, total, page, pages, base, canEdit, progress } = useLoaderData<typeof loader>();
  const text = useText("board");
  return (
    <>
      <WaveProgress progress={progress} base={base} canEdit={canEdit} />
      {total === 0 ? (
        <div className="mt-10">
          <EmptyState
            title={text.empty.title}
            action={
              <LinkButton look="primary" to="/companies">
                {text.toPeople}
              </LinkButton>
            }
          >
            {text.empty.text}
          </EmptyState>
        </div>
      ) : (
        <BoardTable board={board} page={page} pages={pages} href={`${base}/board`} />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
