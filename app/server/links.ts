/** The addresses under which a study's questionnaires are answered. */
import { listCollectors } from "~/data/collectors";
import { listQuestionnaires } from "~/data/questionnaires";
import type { Study } from "~/data/studies";
import type { Store } from "~db/client";
import { publicOrigin } from "./request";

const linkKinds = ["study-link", "public-link", "qr", "embed"] as const;

type Links = Awaited<ReturnType<typeof listCollectors>>[number];

/** Where an invitation's questionnaire opens, and where letters end. */
export const invitationLink = (origin: string, token: string) => `${origin}/i/${token}`;
export const optOutLink = (origin: string, token: string) => `${origin}/u/${token}`;

const addressOf = (request: Request, { questionnaireId, token }: Links) =>
  `${publicOrigin(request)}/${questionnaireId ? "r" : "s"}/${token}`;

/**
 * The links of the whole study first, then those of each published questionnaire in the order of the roles.
 * None while nothing is published, because they would lead nowhere.
 */
export async function listLinks(store: Store, request: Request, study: Study) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [collectors, questionnaires] = await Promise.all([
    listCollectors(store, where),
    listQuestionnaires(store, where),
  ]);
  const published = questionnaires.filter(({ version }) => version !== null);
  if (published.length === 0) return [];
  const addressed = (role: (typeof published)[number]["role"] | null, questionnaireId: string | null) =>
    collectors
      .filter(({ kind }) => linkKinds.some((one) => one === kind))
      .filter((collector) => collector.questionnaireId === questionnaireId)
      .map((collector) => {
        const { id, kind, name, closedAt, opensAt, closesAt, cap, passwordHash } = collector;
        const url = addressOf(request, collector);
        return {
          ...{ id, kind, name, role, url, closedAt, opensAt, closesAt, cap },
          locked: passwordHash !== null,
          embed: kind === "embed" ? embedCode(publicOrigin(request), url, study.product) : null,
        };
      });
  return [...addressed(null, null), ...published.flatMap(({ id, role }) => addressed(role, id))];
}

const quoted = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** What a team pastes into its own page. */
const embedCode = (origin: string, url: string, title: string) =>
  `<script src="${origin}/embed.js" data-survey="${url}" data-title="${quoted(title)}" async></script>`;

/** One link of a study that people open, published or not; null for other ways in. */
export async function findLink(store: Store, request: Request, study: Study, collectorId: string) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const found = (await listCollectors(store, where)).find(({ id }) => id === collectorId);
  if (!found || !linkKinds.some((kind) => kind === found.kind)) return null;
  return { id: found.id, url: addressOf(request, found) };
}
