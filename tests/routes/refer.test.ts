import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listAllContacts } from "~/data/contacts";
import { insertInvitations, listInvitations } from "~/data/invitations";
import { listQuestionnaires } from "~/data/questionnaires";
import { findCurrentWave } from "~/data/waves";
import { answerField } from "~/domain/questionnaire/read-form";
import * as board from "~/routes/fieldwork/board";
import * as invitation from "~/routes/respond/invitation";
import * as respondPage from "~/routes/respond/page";
import * as refer from "~/routes/respond/refer";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args } from "../support/call-route";
import { fieldStudy } from "../support/fielded";
import { memberOf } from "../support/member-of";
import { insertPerson } from "../support/people";
import { get, origin, run } from "../support/run-route";
import { openMemoryStore } from "../support/stores";

const survey = {
  pages: [{ name: "one", elements: [{ type: "text", name: "why", isRequired: true, title: "Why?" }] }],
};
const post = (path: string, fields: Record<string, string>) =>
  new Request(`${origin}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: origin },
    body: new URLSearchParams(fields).toString(),
  });

let store: Store;
let study: Awaited<ReturnType<typeof fieldStudy>>;
let waveId: string;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  study = await fieldStudy(store, { questionnaires: { user: survey, decider: survey, requester: survey } });
  waveId = (await findCurrentWave(store, study))!.id;
});

/** A user of Acme who was invited and has answered to the end; the address of their thanks page. */
async function answered(given: { company?: string; email?: string } = {}) {
  const { workspaceId, studyId } = study;
  const { company = "Acme", email = "ann@a.example" } = given;
  const { contactId, companyId } = await insertPerson(store, workspaceId, { name: "Ann", email, company });
  const questionnaireId = (await listQuestionnaires(store, study)).find(({ role }) => role === "user")!.id;
  await insertInvitations(store, {
    ...{
      workspaceId,
      studyId,
      waveId,
      questionnaireId,
      role: "user",
      contacts: [{ id: contactId, companyId }],
    },
    ...{ expiresAt: null, createdBy: "test", now: Date.now() },
  });
  const { token } = (await listInvitations(store, study)).find((one) => one.contactId === contactId)!;
  const address = (await run(invitation.action, post(`/i/${token}`, {}), { token })).to!;
  const [linkToken = "", key = ""] = address.split("/").slice(-2);
  const params = { token: linkToken, key };
  const fields = { page: "one", shown: "why", [answerField("why")]: "x", move: "next" };
  await run(respondPage.action, post(address, fields), params);
  return { address, params, companyId, contactId };
}
const name = (at: Awaited<ReturnType<typeof answered>>, fields: Record<string, string>) =>
  run(refer.action, post(`${at.address}/refer`, fields), at.params);
const boss = { role: "decider", how: "named", name: "Bo", email: "bo@a.example", agreed: "on" };

describe("bringing a colleague in", () => {
  test("is offered at the end for the role that is missing most, and stands on the board as a chain", async () => {
    const at = await answered();
    const thanks = await run(respondPage.loader, get(at.address), at.params);
    expect(thanks.body?.refer).toEqual({ role: "decider", to: `${at.address}/refer` });
    expect((await name(at, boss)).body).toMatchObject({ kind: "named" });
    const invited = (await listInvitations(store, study)).find(({ email }) => email === "bo@a.example");
    expect(invited).toMatchObject({ role: "decider", companyId: at.companyId, sentAt: null });
    const member = await memberOf(store, study.workspaceId);
    const seen = await board.loader(args(member.request("/x"), { studyId: study.studyId }));
    expect(seen.board.rows[0]?.people.decider?.[0]).toMatchObject({
      ...{ name: "Bo", state: "not-sent", broughtBy: { name: "Ann", role: "user" } },
    });
  });

  test("gives a link to pass on, which is of the same company and works for the role", async () => {
    const at = await answered();
    const reply = await name(at, { role: "requester", how: "link" });
    const token = String(reply.body?.url).split("/i/")[1]!;
    const opened = await run(invitation.loader, get(`/i/${token}`), { token });
    expect(JSON.stringify(opened.body)).toContain("Acme");
    expect((await listInvitations(store, study)).find((one) => one.token === token)).toMatchObject({
      ...{ role: "requester", companyId: at.companyId, contactName: "" },
    });
  });

  test("happens twice at most, for roles still missing, once a person", async () => {
    const at = await answered();
    await name(at, boss);
    await name(at, boss);
    expect((await listAllContacts(store, study)).filter(({ email }) => email === boss.email)).toHaveLength(1);
    await name(at, { ...boss, role: "requester", name: "Cy", email: "cy@a.example" });
    const third = await name(at, { role: "requester", how: "link" });
    expect([third.status, third.to]).toEqual([303, at.address]);
    expect((await run(respondPage.loader, get(at.address), at.params)).body?.refer).toBeNull();
  });

  test("tells nothing of somebody who is known already, here or at another company", async () => {
    await answered({ company: "Other", email: "known@o.example" });
    const at = await answered();
    const replies = [
      await name(at, { ...boss, email: "known@o.example" }),
      await name(at, { ...boss, name: "New", email: "new@a.example" }),
    ];
    expect(replies[0]).toEqual(replies[1]);
    const people = (await listAllContacts(store, study)).filter(({ companyName }) => companyName === "Acme");
    expect(people.map(({ email }) => email).sort()).toEqual(["ann@a.example", "new@a.example"]);
  });

  test.each([
    [{ agreed: "" }, {}],
    [{ name: "" }, { name: "missing" }],
    [{ email: "nonsense" }, { email: "malformed" }],
    [{ email: "" }, { email: "no-way" }],
  ])("%j is told at the field, and what was typed stays", async (change, problems) => {
    const at = await answered();
    const { agreed, ...rest } = { ...boss, ...change };
    const reply = await name(at, agreed ? { ...rest, agreed } : rest);
    const expected = agreed ? problems : { agreed: "agree" };
    expect(reply).toMatchObject({ status: 422, body: { problems: expected, typed: { role: "decider" } } });
  });
});
