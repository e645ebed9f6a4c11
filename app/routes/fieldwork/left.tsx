/** The fieldwork's lost pool: who opened and left, where and why, and asking them again. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { UndoToast } from "~/components/undo-toast";
import { updateInvitationsAskAgain } from "~/data/invitations";
import { onePage } from "~/domain/paging";
import { LostPeople } from "~/features/fieldwork/lost-people";
import { useText } from "~/i18n/use-text";
import { requireWave } from "~/server/fieldwork-board";
import { requireStudy } from "~/server/gate";
import { readLost } from "~/server/lost-pool";
import { postedForm } from "~/server/request";

const perPage = 50;
const month = 30 * 24 * 60 * 60 * 1000;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, can, now } = await requireStudy(request, params, "readStudies");
  const wave = await requireWave(store, study);
  const asked = new URL(request.url).searchParams.get("page");
  const { people, groups, anonymous } = await readLost(store, { study, wave, now });
  const { rows: shown, ...paging } = onePage(people, { asked, perPage });
  return {
    ...{ groups, anonymous, ...paging, people: shown, canEdit: can.editStudies },
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "editStudies");
  const wave = await requireWave(store, study);
  const chosen = new Set((await postedForm(request)).getAll("again").map(String));
  const { people } = await readLost(store, { study, wave, now });
  const invitationIds = people.filter(({ id, worth }) => worth && chosen.has(id)).map(({ id }) => id);
  await updateInvitationsAskAgain(store, { workspaceId, invitationIds, at: now, expiresAt: now + month });
  return data({ n: invitationIds.length, at: now });
};

export default function Left() {
  const seen = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("board").left;
  return (
    <>
      <LostPeople key={`${done?.at} ${seen.page}`} {...seen} />
      {done && done.n > 0 && <UndoToast key={done.at} message={text.done({ n: done.n })} />}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
