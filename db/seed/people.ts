/** The sample's people: entered, invited and brought in through the functions that do so for real ones. */
import { insertContacts, listAllContacts, type NewContact } from "../../app/data/contacts";
import {
  insertInvitations,
  listInvitations,
  updateInvitationRefused,
  updateInvitationStep,
} from "../../app/data/invitations";
import { listQuestionnaires } from "../../app/data/questionnaires";
import { insertReferral } from "../../app/data/referrals";
import { type CompleteResponse, listCompleteResponses } from "../../app/data/responses";
import { updateWavePlan } from "../../app/data/waves";
import type { Store } from "../client";
import { between, chance, oneOf, type Random, seededRandom } from "./distributions";
import { type SampleRole, sampleRoles } from "./story";

const surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "周", "吴", "徐", "孙", "马"];
const givenNames = ["敏", "伟", "静", "磊", "婷", "强", "雪", "凯", "楠", "博", "颖", "浩"];
const english = ["Alice Wang", "Ben Li", "Carol Chen", "David Zhao", "Emma Liu", "Frank Zhou", "Grace Xu"];
const positions: Record<SampleRole, readonly string[]> = {
  decider: ["总经理", "CEO", "副总裁"],
  requester: ["人力资源总监", "HRBP", "招聘经理"],
  user: ["招聘专员", "用人经理", "HR 助理"],
};

const day = 24 * 60 * 60 * 1000;
/** As many companies have people entered, beside what came by the links. */
const withPeople = 24;

type Where = { workspaceId: string; studyId: string; waveId: string };

function drawPerson(random: Random, companyId: string, role: SampleRole, at: number): NewContact {
  const chinese = chance(random, 0.8);
  const name = chinese ? `${oneOf(random, surnames)}${oneOf(random, givenNames)}` : oneOf(random, english);
  return {
    ...{ companyId, name, phone: "", consentAt: null },
    email: `person${at}@company${at % withPeople}.example`,
    position: oneOf(random, positions[role]),
    chainRoles: [role],
    primaryRole: role,
    language: chinese ? "zh-CN" : "en",
    tags: chance(random, 0.3) ? ["展会 2026"] : [],
  };
}

/** People of the companies whose voices are missing, most of them invited, some of whom have got further. */
export async function seedPeople(store: Store, given: Where & { begin: number; now: number }): Promise<void> {
  const { begin, now, ...where } = given;
  const random = seededRandom(20261);
  await updateWavePlan(store, {
    ...where,
    plan: {
      name: "",
      startedAt: begin,
      endsAt: now + 10 * day,
      targets: { roles: { decider: 40, user: 120, requester: 40 }, segments: [] },
      stopRules: { targetsMet: true, verdictDecided: "user", mostResponses: null, looks: [40, 80, 160] },
    },
    now: begin,
  });
  const responses = await listCompleteResponses(store, where);
  const companies = [...new Set(responses.flatMap(({ companyId }) => companyId ?? []))].slice(0, withPeople);
  const people = companies.flatMap((companyId) =>
    sampleRoles
      .filter((role) => !responses.some((one) => one.companyId === companyId && one.role === role))
      .concat(chance(random, 0.4) ? ["user"] : [])
      .map((role) => ({ companyId, role })),
  );
  await insertContacts(store, {
    workspaceId: where.workspaceId,
    contacts: people.map(({ companyId, role }, at) => drawPerson(random, companyId, role, at + 1)),
    now: begin,
  });
  await invite(store, random, { ...where, begin, now });
  await refer(store, responses, { ...where, now });
}

/** Ids differ from one drawing to the next; the order of what is drawn must not. */
const byEmail = (a: { email: string }, b: { email: string }) => (a.email < b.email ? -1 : 1);

async function invite(store: Store, random: Random, given: Where & { begin: number; now: number }) {
  const { begin, now, ...where } = given;
  const contacts = (await listAllContacts(store, where)).sort(byEmail);
  for (const { id: questionnaireId, role } of await listQuestionnaires(store, where))
    await insertInvitations(store, {
      ...{ ...where, questionnaireId, role, createdBy: "sample", now: begin, expiresAt: now + 20 * day },
      contacts: contacts.filter((one) => one.primaryRole === role && chance(random, 0.85)),
    });
  const { workspaceId } = where;
  for (const { id } of (await listInvitations(store, where)).sort(byEmail)) {
    const sentAt = begin + between(random, 1, 6) * day;
    const step = (name: "sentAt" | "openedAt" | "bouncedAt", at: number) =>
      updateInvitationStep(store, { workspaceId, invitationIds: [id], step: name, at });
    if (chance(random, 0.1)) continue;
    await step("sentAt", sentAt);
    if (chance(random, 0.06)) await step("bouncedAt", sentAt);
    else if (chance(random, 0.55)) {
      await step("openedAt", sentAt + day);
      if (chance(random, 0.25))
        await updateInvitationRefused(store, {
          ...{ workspaceId, invitationId: id, at: sentAt + day, reason: oneOf(random, ["time", "topic"]) },
        });
    }
  }
}

/** A user of a company without its decider's voice brings the decider in. */
async function refer(store: Store, responses: readonly CompleteResponse[], given: Where & { now: number }) {
  const { now, ...where } = given;
  const spoke = (companyId: string | null, role: SampleRole) =>
    responses.some((one) => one.companyId === companyId && one.role === role);
  const from = responses.find(
    ({ role, companyId }) => role === "user" && companyId !== null && !spoke(companyId, "decider"),
  );
  const questionnaire = (await listQuestionnaires(store, where)).find(({ role }) => role === "decider");
  if (!from?.companyId || !questionnaire) return;
  await insertReferral(store, {
    ...{ ...where, questionnaireId: questionnaire.id, responseId: from.id, fromContactId: from.contactId },
    ...{ how: "named", createdBy: "", expiresAt: now + 20 * day, now: from.completedAt + 60_000 },
    contact: {
      ...{ companyId: from.companyId, name: "周岚", email: "zhou.lan@example.com", phone: "" },
      ...{ position: "总经理", chainRoles: ["decider"], primaryRole: "decider", language: null },
      ...{ tags: [], consentAt: null },
    },
  });
}
