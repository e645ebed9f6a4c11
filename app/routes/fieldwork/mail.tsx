/** The letters of a study: what is to be written, what became of each, and what a person hands over. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { findMailRule, findMailSettings } from "~/data/mail-settings";
import { countMails, listMails } from "~/data/mails";
import { unwelcome } from "~/domain/mail/reminders";
import { MailDesk } from "~/features/mail/mail-desk";
import { requireStudy } from "~/server/gate";
import { answerMailDesk } from "~/server/mail-desk";
import { listDueLetters } from "~/server/mail-letters";
import { listByChat, listOutbox } from "~/server/mail-outbox";
import { postedForm } from "~/server/request";

const mostShown = 50;

const countBy = <T extends string>(words: readonly T[]) => {
  const counts = new Map<T, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([why, n]) => ({ why, n }));
};

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can, now } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id };
  const page = { limit: mostShown, offset: 0 };
  const [settings, rule, counts, due, uncertain, failed] = await Promise.all([
    findMailSettings(store, { workspaceId }),
    findMailRule(store, where),
    countMails(store, where),
    listDueLetters(store, { ...where, rule: null, now }),
    listMails(store, { ...where, ...page, states: ["uncertain"] }),
    listMails(store, { ...where, ...page, states: ["failed", "bounced"] }),
  ]);
  const known = due.map(({ person }) => person);
  const asked = { request, ...where, limit: mostShown, known, now };
  return data({
    study: { id: study.id, product: study.product },
    canEdit: can.editStudies,
    maySet: can.manageMembers,
    hasServer: settings !== null,
    trouble: settings?.trouble ?? "",
    rule,
    counts: [...counts].map(([state, n]) => ({ state, n })),
    invited: due.length,
    toWrite: due.filter((one) => one.due !== null).length,
    notWritten: countBy(known.flatMap((person) => unwelcome(person, now) ?? [])),
    uncertain: uncertain.map(({ id, toAddress, subject, kind, claimedAt }) => ({
      ...{ id, toAddress, subject, kind, claimedAt },
    })),
    failed: failed.map(({ id, toAddress, state, why }) => ({ id, toAddress, state, why })),
    outbox: settings === null ? await listOutbox(store, asked) : [],
    chat: await listByChat(store, asked),
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  const answer = await answerMailDesk(store, { request, workspaceId, studyId: study.id, form, now });
  if (!answer) throw new Response("Bad request", { status: 400 });
  return data(answer, answer.kind === "rule-refused" || answer.kind === "no-files" ? 400 : 200);
};

export default function MailPage() {
  return <MailDesk {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
