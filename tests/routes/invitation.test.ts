import { beforeAll, describe, expect, test } from "vitest";
import { findInvitation } from "~/data/entrance";
import { anonymiseContact } from "~/data/forgetting";
import { insertInvitations, listInvitations } from "~/data/invitations";
import { listQuestionnaires } from "~/data/questionnaires";
import { listCompleteResponses } from "~/data/responses";
import { findCurrentWave, updateWaveEnded } from "~/data/waves";
import { answerField } from "~/domain/questionnaire/read-form";
import * as invitation from "~/routes/respond/invitation";
import * as link from "~/routes/respond/link";
import * as respondPage from "~/routes/respond/page";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { fieldStudy } from "../support/fielded";
import { insertPerson } from "../support/people";
import { get, origin, run } from "../support/run-route";
import { openMemoryStore } from "../support/stores";

const survey = {
  title: { en: "Short", "zh-cn": "短" },
  pages: [
    {
      name: "company",
      elements: [
        {
          type: "text",
          name: "company",
          measure: "gate.company",
          isRequired: true,
          title: { en: "Company", "zh-cn": "公司" },
        },
      ],
    },
    {
      name: "one",
      elements: [{ type: "text", name: "why", isRequired: true, title: { en: "Why?", "zh-cn": "为什么？" } }],
    },
  ],
};

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  new Request(`${origin}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: origin, ...headers },
    body: new URLSearchParams(fields).toString(),
  });

let store: Store;
let study: Awaited<ReturnType<typeof fieldStudy>>;
let waveId: string;
let questionnaireId: string;
let people = 0;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  study = await fieldStudy(store, { questionnaires: { user: survey } });
  waveId = (await findCurrentWave(store, study))!.id;
  questionnaireId = (await listQuestionnaires(store, study))[0]!.id;
});

async function invite(given: { expiresAt?: number | null; company?: string } = {}) {
  const { expiresAt = null, company = "Acme" } = given;
  const email = `p${++people}@a.example`;
  const person = await insertPerson(store, study.workspaceId, { email, company });
  await insertInvitations(store, {
    ...{ workspaceId: study.workspaceId, studyId: study.studyId, waveId, questionnaireId, role: "user" },
    ...{ contacts: [{ id: person.contactId, companyId: person.companyId }], expiresAt },
    ...{ createdBy: "test", now: Date.now() },
  });
  const listed = (await listInvitations(store, study)).find(
    ({ contactId }) => contactId === person.contactId,
  )!;
  return { ...person, token: listed.token, invitationId: listed.id };
}

const open = (token: string) => run(invitation.loader, get(`/i/${token}`), { token });
const start = (token: string, fields = {}) => run(invitation.action, post(`/i/${token}`, fields), { token });
const found = async (token: string) => (await findInvitation(store, { token }))!.invitation;

/** Answers the one page that is left to ask. */
async function answer(address: string) {
  const [token = "", key = ""] = address.split("/").slice(-2);
  const fields = { page: "one", shown: "why", [answerField("why")]: "Because", move: "next" };
  return run(respondPage.action, post(address, fields), { token, key });
}
const addressOf = (reply: { to?: string | null }) => reply.to!;

describe("a personal invitation", () => {
  test("knows the company, does not ask for it, and binds the answer to the person whatever is typed", async () => {
    const { token, contactId, companyId, invitationId } = await invite();
    const seen = await open(token);
    expect(JSON.stringify(seen.body)).toContain("Acme");
    expect((await found(token)).openedAt).not.toBeNull();
    const address = addressOf(await start(token));
    const [linkToken = "", key = ""] = address.split("/").slice(-2);
    const params = { token: linkToken, key };
    const page = await run(respondPage.loader, get(address), params);
    expect(JSON.stringify(page.body)).toContain("Why?");
    await run(
      respondPage.action,
      post(address, { page: "company", [answerField("company")]: "Somebody else", move: "save" }),
      params,
    );
    await answer(address);
    const [response] = await listCompleteResponses(store, study);
    expect(response).toMatchObject({
      contactId,
      companyId,
      role: "user",
      answers: { company: "Somebody else" },
    });
    const { startedAt, completedAt } = await found(token);
    expect([startedAt, completedAt].every((at) => at !== null)).toBe(true);
    expect((await listInvitations(store, study)).find(({ id }) => id === invitationId)?.completedAt).toBe(
      response?.completedAt,
    );
  });

  test("started on two devices at once makes one response, which both go on with", async () => {
    const { token, contactId } = await invite();
    const before = (await listCompleteResponses(store, study)).length;
    const replies = await Promise.all([start(token), start(token), start(token)]);
    const addresses = new Set(replies.map(addressOf));
    expect(addresses.size).toBe(1);
    await Promise.all([...replies].map((reply) => answer(addressOf(reply))));
    const complete = await listCompleteResponses(store, study);
    expect(complete).toHaveLength(before + 1);
    expect(complete.filter((one) => one.contactId === contactId)).toHaveLength(1);
  });

  test("used, expired, guessed, foreign or made anonymous says so and tells nothing of anybody", async () => {
    const used = await invite({ company: "Secret Corp" });
    await answer(addressOf(await start(used.token)));
    const expired = await invite({ expiresAt: Date.now() - 1, company: "Secret Corp" });
    const gone = await invite({ company: "Secret Corp" });
    await anonymiseContact(store, {
      workspaceId: study.workspaceId,
      contactId: gone.contactId,
      now: Date.now(),
    });
    const reasons = async (token: string) => {
      const replies: { status: number; text: string }[] = [];
      for (const handler of [invitation.loader, invitation.action]) {
        const request = handler === invitation.loader ? get(`/i/${token}`) : post(`/i/${token}`, {});
        await Promise.resolve(handler({ request, params: { token }, context: {} })).then(
          () => replies.push({ status: 200, text: "" }),
          async (thrown) => replies.push({ status: thrown.status, text: await thrown.text() }),
        );
      }
      return replies;
    };
    const both = (status: number, text: string) => [
      { status, text },
      { status, text },
    ];
    expect(await reasons(used.token)).toEqual(both(410, "used"));
    expect(await reasons(expired.token)).toEqual(both(410, "expired"));
    expect(await reasons(gone.token)).toEqual(both(404, "unknown"));
    expect(await reasons("guessedGuess")).toEqual(both(404, "unknown"));
    // The way in behind it opens for nobody without an invitation, nor does another link's token work here.
    const { collector } = (await findInvitation(store, { token: used.token }))!;
    expect((await run(link.loader, get(`/r/${collector.token}`), { token: collector.token })).status).toBe(
      403,
    );
    expect((await open(study.tokens.user!)).status).toBe(404);
    const foreign = `/r/${study.tokens.user}/${"x".repeat(22)}`;
    const params = { token: study.tokens.user!, key: "x".repeat(22) };
    expect((await run(respondPage.loader, get(foreign), params)).status).toBe(404);
  });

  test("begun in time may be finished after it ran out; the end of the wave ends those not begun", async () => {
    const { token } = await invite();
    const address = addressOf(await start(token));
    const waiting = await invite();
    const where = { workspaceId: study.workspaceId, studyId: study.studyId, waveId };
    await updateWaveEnded(store, { ...where, endedAt: Date.now() });
    expect((await open(waiting.token)).status).toBe(410);
    expect((await open(token)).to).toBe(address);
    await answer(address);
    expect((await found(token)).completedAt).not.toBeNull();
    await updateWaveEnded(store, { ...where, endedAt: null });
    expect((await open(waiting.token)).status).toBe(200);
  });

  test("declined with one tap is noted with its reason and can still be answered", async () => {
    const { token } = await invite();
    await start(token, { refuse: "time" });
    expect(await found(token)).toMatchObject({ refusedReason: "time" });
    await answer(addressOf(await start(token)));
    expect((await found(token)).completedAt).not.toBeNull();
  });

  test("from another site is refused", async () => {
    const { token } = await invite();
    const request = post(`/i/${token}`, {}, { Origin: "https://elsewhere.example" });
    expect((await run(invitation.action, request, { token })).status).toBe(403);
  });
});
