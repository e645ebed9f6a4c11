/** Who is let in: quotas that close, waves that end by themselves, one response per device, passwords inside a frame, and leaving. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { insertCollector, listCollectors, updateCollector } from "~/data/collectors";
import { listCompanies, requireCompany } from "~/data/companies";
import { listInvitations, updateInvitationStep } from "~/data/invitations";
import { updateReviews } from "~/data/quality";
import { listQuestionnaires } from "~/data/questionnaires";
import { countResponses, listCompleteResponses, listPartialResponses } from "~/data/responses";
import { findCurrentWave, updateWavePlan } from "~/data/waves";
import { noStopRules } from "~/domain/fieldwork/wave";
import { answerField } from "~/domain/questionnaire/read-form";
import * as language from "~/routes/account/language";
import * as board from "~/routes/fieldwork/board";
import * as left from "~/routes/fieldwork/left";
import * as wave from "~/routes/fieldwork/wave";
import * as invitation from "~/routes/respond/invitation";
import * as link from "~/routes/respond/link";
import * as respondPage from "~/routes/respond/page";
import * as unlock from "~/routes/respond/unlock";
import { hashPassword } from "~/server/password";
import { useStore } from "~/server/store";
import { endMetWaves } from "~/server/wave-watch";
import type { Store } from "~db/client";
import { newToken } from "~db/new-id";
import { args } from "../support/call-route";
import { fieldStudy } from "../support/fielded";
import { inviteToStudy } from "../support/invited";
import { memberOf } from "../support/member-of";
import { cookieOf, get, origin, run } from "../support/run-route";
import { openMemoryStore } from "../support/stores";

const survey = {
  title: "T",
  pages: [
    {
      name: "company",
      elements: [
        { type: "dropdown", name: "size", title: "Size", measure: "gate.size", choices: ["1-9", "10-49"] },
        { type: "text", name: "company", title: "Company", measure: "gate.company", isRequired: true },
      ],
    },
    { name: "more", elements: [{ type: "text", name: "why", title: "Why?", isRequired: true }] },
  ],
};

let store: Store;
let study: Awaited<ReturnType<typeof fieldStudy>>;
let token: string;
let waveId: string;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  study = await fieldStudy(store, { questionnaires: { user: survey } });
  token = study.tokens.user!;
  waveId = (await findCurrentWave(store, study))!.id;
});

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  new Request(`${origin}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: origin, ...headers },
    body: new URLSearchParams(fields).toString(),
  });
const start = (key = newToken(), headers = {}) =>
  run(link.action, post(`/r/${token}`, { key }, headers), { token });
const answer = (key: string, page: string, values: Record<string, string>, more = {}) => {
  const named = Object.entries(values).map(([name, value]) => [answerField(name), value]);
  const fields = { page, shown: "size company why", move: "next", ...Object.fromEntries(named), ...more };
  return run(respondPage.action, post(`/r/${token}/${key}`, fields), { token, key });
};
const read = (key: string, search = "") =>
  run(respondPage.loader, get(`/r/${token}/${key}${search}`), { token, key });
/** Begins and answers; what the last page tells. */
async function whole(company: string, size: string, key = newToken()) {
  await start(key);
  await answer(key, "company", { company, size });
  await answer(key, "more", { why: "x" });
  return { key, body: (await read(key)).body! };
}
type Segment = { field: "size" | "region"; value: string; target: number };
const smallOnes = (target: number): Segment => ({ field: "size", value: "1-9", target });
const plan = (given: { roles?: { user?: number }; segment?: Segment; rules?: object }) =>
  updateWavePlan(store, {
    ...{ ...study, waveId, now: 1 },
    plan: {
      ...{ name: "", startedAt: 1, endsAt: null },
      targets: {
        roles: given.roles ?? {},
        segments: given.segment ? [{ ...given.segment, role: "user" }] : [],
      },
      stopRules: { ...noStopRules, ...given.rules },
    },
  });
const counts = async () => (await countResponses(store, study))[0];

describe("a quota that closes", () => {
  test("thanks who comes after it is full, counts them, and lets those finish who had begun", async () => {
    await plan({ roles: { user: 2 }, rules: { closesQuotas: true } });
    await whole("A", "1-9");
    const onTheWay = newToken();
    await start(onTheWay);
    await answer(onTheWay, "company", { company: "B", size: "1-9" });
    const second = await whole("C", "1-9");
    expect(second.body.counted).toBe(true);

    const late = newToken();
    expect((await start(late)).to).toBe(`/r/${token}/${late}`);
    const told = (await read(late)).body!;
    expect([told.counted, told.asked]).toEqual([false, null]);
    expect(String(told.thanks)).toContain("Enough people");
    await answer(onTheWay, "more", { why: "still" });
    expect((await read(onTheWay)).body!.counted).toBe(true);
    expect(await counts()).toMatchObject({ complete: 3, overQuota: 1, unfinished: 0 });

    const three = (await listCompleteResponses(store, study)).map(({ id }) => id);
    await updateReviews(store, {
      ...{
        ...study,
        responseIds: three.slice(0, 2),
        review: "excluded",
        reason: "fast",
        memberId: "m",
        now: 2,
      },
    });
    expect((await whole("D", "1-9")).body.counted).toBe(true);
  });

  test("of a segment is told to who says to stand in it, before anything else is answered", async () => {
    await plan({ segment: smallOnes(1), rules: { closesQuotas: true } });
    await whole("A", "1-9");
    const small = newToken();
    await start(small);
    await answer(small, "company", { company: "B", size: "1-9" });
    expect((await read(small)).body!.counted).toBe(false);
    expect((await whole("C", "10-49")).body.counted).toBe(true);
    expect(await counts()).toMatchObject({ complete: 2, overQuota: 1 });
  });

  test("of a region closes for who tells it and for who names a company known to be there", async () => {
    const asks = {
      ...survey,
      pages: [
        {
          name: "company",
          elements: [
            { type: "text", name: "company", title: "Company", measure: "gate.company", isRequired: true },
            { type: "text", name: "size", title: "Region", measure: "gate.region" },
          ],
        },
        survey.pages[1],
      ],
    };
    study = await fieldStudy(store, { questionnaires: { user: asks } });
    token = study.tokens.user!;
    waveId = (await findCurrentWave(store, study))!.id;
    await plan({ segment: { field: "region", value: "上海", target: 2 }, rules: { closesQuotas: true } });
    const { workspaceId } = study;
    const told = { workspaceId, industry: null, size: null, now: 1 };
    await requireCompany(store, { ...told, name: "Known There", region: "上海" });
    await requireCompany(store, { ...told, name: "Known Nowhere" });

    expect((await whole("Known Nowhere", "上海")).body.counted).toBe(true);
    const { rows } = await listCompanies(store, { workspaceId, limit: 9, offset: 0 });
    expect(rows.find(({ name }) => name === "Known Nowhere")).toMatchObject({ region: "上海", answers: 1 });
    expect((await whole("Known There", "")).body.counted).toBe(true);
    expect((await whole("New", "上海")).body.counted).toBe(false);
    expect((await whole("known there Ltd", "北京")).body.counted).toBe(false);
    expect((await whole("Elsewhere", "北京")).body.counted).toBe(true);
    expect(await counts()).toMatchObject({ complete: 3, overQuota: 2 });
  });

  test("stays open where nobody declared that it closes", async () => {
    await plan({ roles: { user: 1 }, segment: smallOnes(1) });
    await whole("A", "1-9");
    expect((await whole("B", "1-9")).body.counted).toBe(true);
  });

  test("counts an invited person over quota, and does not remind them", async () => {
    const invited = await inviteToStudy(store, [{ email: "a@x.example" }, { email: "b@x.example" }]);
    const wave = (await findCurrentWave(store, invited.where))!;
    const [one] = await listInvitations(store, invited.where);
    // Nobody is wanted any more: full before the first one answers.
    const enough = { roles: { user: 0 }, segments: [] };
    await updateWavePlan(store, {
      ...{ ...invited.where, waveId: wave.id, now: 1 },
      plan: {
        ...{ name: "", startedAt: 1, endsAt: null, targets: enough },
        stopRules: { ...noStopRules, closesQuotas: true },
      },
    });
    await run(invitation.action, post(`/i/${one!.token}`, {}), { token: one!.token });
    const after = (await listInvitations(store, invited.where)).find(({ id }) => id === one!.id)!;
    expect([after.outcome, after.completedAt !== null]).toEqual(["over-quota", true]);
  });
});

describe("a wave", () => {
  test("that has ended lets nobody begin by any link, and those finish who had begun", async () => {
    const key = newToken();
    await start(key);
    const member = await memberOf(store, study.workspaceId);
    const at = (form: Record<string, string>) => args(member.request("/x", form), { studyId: study.studyId });
    await wave.action(at({ intent: "end" }));
    expect((await start()).status).toBe(410);
    await answer(key, "company", { company: "A", size: "1-9" });
    await answer(key, "more", { why: "x" });
    expect((await read(key)).body).toMatchObject({ counted: true, again: null });
    await wave.action(at({ intent: "reopen" }));
    expect((await start()).status).toBe(303);
  });

  test("ends by itself only where that was declared, once a rule is met; reopened it stays open", async () => {
    const member = await memberOf(store, study.workspaceId);
    const at = (form?: Record<string, string>) =>
      args(member.request("/x", form), { studyId: study.studyId });
    const ended = async () => (await findCurrentWave(store, study))!.endedAt;
    await whole("A", "1-9");
    await plan({ rules: { mostResponses: 1 } });
    await endMetWaves(store, 5);
    expect(await ended()).toBeNull();
    expect((await board.loader(at())).progress).toMatchObject({ endedAt: null, stops: [{ met: true }] });
    await plan({ rules: { mostResponses: 2, endsItself: true } });
    await endMetWaves(store, 6);
    expect(await ended()).toBeNull();
    await whole("B", "1-9");
    await endMetWaves(store, 7);
    expect(await ended()).toBe(7);
    await wave.action(at({ intent: "reopen" }));
    await endMetWaves(store, 8);
    expect(await ended()).toBeNull();
  });
});

test("the address tells the language where no cookie does, and a switch goes there", async () => {
  const seen = await run(link.loader, get(`/r/${token}?language=zh-CN`), { token });
  expect(seen.body).toMatchObject({ language: "zh-CN" });
  const switched = async (returnTo: string) =>
    (await run(language.action, post("/language", { language: "en", returnTo }), {})).to;
  expect(await switched(`/r/${token}?pass=1.a&language=zh-CN`)).toBe(`/r/${token}?pass=1.a&language=en`);
  expect(await switched("/studies?x=1")).toBe("/studies?x=1");
  const key = newToken();
  await run(link.action, post(`/r/${token}?language=zh-CN`, { key }), { token });
  expect((await read(key)).body).toMatchObject({ language: "zh-CN" });
});

const settings = {
  ...{ name: "", opensAt: null, closesAt: null, cap: null, passwordHash: null, language: null },
  ...{ onePerDevice: false, embedOrigins: [] as string[] },
};

test("a link for one response per device begins under what the device keeps, whatever is posted", async () => {
  const { id } = (await listCollectors(store, study)).find((one) => one.token === token)!;
  await updateCollector(store, {
    ...{ workspaceId: study.workspaceId, collectorId: id, settings: { ...settings, onePerDevice: true } },
  });
  const seen = await run(link.loader, get(`/r/${token}`), { token });
  const Cookie = cookieOf(seen);
  const first = await start(newToken(), { Cookie });
  const second = await start(newToken(), { Cookie });
  expect(first.to).toBe(second.to);
  const again = await run(link.action, post(`/r/${token}`, { again: "yes" }, { Cookie }), { token });
  expect([again.to, again.cookies]).toEqual([`/r/${token}`, []]);
  expect((await start(newToken())).status).toBe(409);
  expect(await listPartialResponses(store, study)).toHaveLength(1);
});

test("inside a frame a password given opens the link without a cookie, and runs out", async () => {
  const questionnaireId = (await listQuestionnaires(store, study))[0]!.id;
  const passwordHash = await hashPassword("open sesame");
  const id = await insertCollector(store, {
    ...{
      workspaceId: study.workspaceId,
      studyId: study.studyId,
      waveId,
      kind: "embed",
      questionnaireId,
      now: 1,
    },
    ...{ ...settings, passwordHash },
  });
  token = (await listCollectors(store, study)).find((one) => one.id === id)!.token;
  expect((await start()).status).toBe(401);
  const gave = await run(unlock.action, post(`/unlock/${token}`, { password: "open sesame" }), { token });
  const search = gave.to!.slice(gave.to!.indexOf("?"));
  expect((await run(link.loader, get(gave.to!), { token })).status).toBe(200);
  const begun = await run(link.action, post(`/r/${token}${search}`, { key: newToken() }), { token });
  expect(begun.status).toBe(303);
  const [until, proof] = search.slice("?pass=".length).split(".");
  for (const forged of [`${Number(until) + 1}.${proof}`, `${until}.x`, `1.${proof}`])
    expect((await run(link.loader, get(`/r/${token}?pass=${forged}`), { token })).status).toBe(401);
});

describe("leaving half-way", () => {
  test("keeps the answers and the reason, which the lost pool tells with the page", async () => {
    const key = newToken();
    await start(key);
    const gone = await answer(key, "company", { company: "A" }, { leave: "trust" });
    expect(gone.to).toBe(`/r/${token}/${key}?left`);
    expect((await read(key, "?left")).body).toMatchObject({
      left: { back: `/r/${token}/${key}` },
      asked: null,
    });
    const back = (await read(key)).body as { left: unknown; asked: { view: { answers: object } } };
    expect([back.left, back.asked.view.answers]).toEqual([null, { company: "A" }]);
    await start();
    const member = await memberOf(store, study.workspaceId);
    const seen = await left.loader(args(member.request("/x"), { studyId: study.studyId }));
    expect(seen.groups).toMatchObject([
      { place: { kind: "page", page: "company", n: 1 }, n: 1, reasons: [{ reason: "trust", n: 1 }] },
    ]);
    expect(seen.anonymous).toBe(1);
  });

  test("of an invited person ends the reminders unless time was short", async () => {
    const invited = await inviteToStudy(store, [{ email: "a@x.example" }, { email: "b@x.example" }]);
    for (const [at, reason] of ["time", "topic"].entries()) {
      const one = (await listInvitations(store, invited.where))[at]!;
      await updateInvitationStep(store, {
        ...{ ...invited.where, invitationIds: [one.id], step: "openedAt", at: 1 },
      });
      const begun = await run(invitation.action, post(`/i/${one.token}`, {}), { token: one.token });
      const [, , collector, key] = begun.to!.split("/");
      const params = { token: collector!, key: key! };
      await run(respondPage.action, post(begun.to!, { leave: reason }), params);
      const after = (await listInvitations(store, invited.where)).find(({ id }) => id === one.id)!;
      expect(after.refusedReason).toBe(reason === "time" ? "" : reason);
    }
    const member = await memberOf(store, invited.workspaceId);
    const seen = await left.loader(args(member.request("/x"), { studyId: invited.studyId }));
    expect(seen.people.map(({ reason }) => reason).sort()).toEqual(["time", "topic"]);
  });

  test("is asked about, once, when somebody comes back after a day", async () => {
    const key = newToken();
    await start(key);
    const asks = async () => ((await read(key)).body as { asked: { back: boolean } }).asked.back;
    expect(await asks()).toBe(false);
    const { responses } = store.tables;
    await store.db.update(responses).set({ updatedAt: Date.now() - 25 * 60 * 60 * 1000 });
    expect(await asks()).toBe(true);
    const told = await answer(key, "company", { company: "A" }, { stopped: "time" });
    expect(told.to).toBe(`/r/${token}/${key}`);
    await store.db.update(responses).set({ updatedAt: Date.now() - 25 * 60 * 60 * 1000 });
    expect(await asks()).toBe(false);
  });
});
