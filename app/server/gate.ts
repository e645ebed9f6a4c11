/**
 * The gates: each route calls exactly one, first thing. A gate answers who is asking, for which
 * workspace and what they may do, or turns them away.
 */
import { redirect } from "@remix-run/node";
import { hasMembers } from "~/data/entrance";
import { findQuestionnaire } from "~/data/questionnaires";
import { findStudy } from "~/data/studies";
import { type Permission, permissionsOf } from "~/domain/permission";
import { languageOf } from "~/i18n/language-of";
import type { Store } from "~db/client";
import { requireSameOrigin } from "./request";
import { findSignedIn } from "./session";
import { theStore } from "./store";

const notFound = () => new Response("Not found", { status: 404 });

/** Anybody may enter: the home page, methods, sign-in, respondents' links. */
export async function openToAll(request: Request) {
  requireSameOrigin(request);
  return { store: await theStore(), language: languageOf(request), now: Date.now() };
}

/** A signed-in member who may do `permission`; others are sent to sign in (or to set up), or refused. */
export async function requireMember(request: Request, permission: Permission) {
  requireSameOrigin(request);
  const store: Store = await theStore();
  const session = await findSignedIn(request);
  if (!session) {
    if (!(await hasMembers(store))) throw redirect("/setup");
    const { pathname, search } = new URL(request.url);
    throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
  }
  const can = permissionsOf(session.member.role);
  if (!can[permission]) {
    // Leadership that follows a link into a study lands where it may be.
    if (request.method === "GET" && can.readReports) throw redirect("/reports");
    throw new Response("Forbidden", { status: 403 });
  }
  return {
    store,
    workspaceId: session.workspaceId,
    workspaceName: session.workspaceName,
    member: session.member,
    sessionId: session.sessionId,
    can,
    language: languageOf(request),
    now: Date.now(),
  };
}

/** A member inside one study of their workspace. Another workspace's study does not exist for them. */
export async function requireStudy(request: Request, params: { studyId?: string }, permission: Permission) {
  const gate = await requireMember(request, permission);
  const study = await findStudy(gate.store, {
    workspaceId: gate.workspaceId,
    studyId: params.studyId ?? "",
  });
  if (!study) throw notFound();
  return { ...gate, study };
}

/** A member at one questionnaire of a study, with its draft as it is now; `where` names it. */
export async function requireQuestionnaire(
  request: Request,
  params: { studyId?: string; questionnaireId?: string },
  permission: Permission,
) {
  const gate = await requireStudy(request, params, permission);
  const where = {
    ...{ workspaceId: gate.workspaceId, studyId: gate.study.id },
    questionnaireId: params.questionnaireId ?? "",
  };
  const questionnaire = await findQuestionnaire(gate.store, where);
  if (!questionnaire) throw notFound();
  return { ...gate, where, questionnaire };
}
