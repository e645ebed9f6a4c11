/** What readers of a shared report say of it: who sees it, and that nothing of it is lost. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listReportShares } from "~/data/report-shares";
import * as manage from "~/routes/reports/manage";
import * as shared from "~/routes/share/shared";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { loaded } from "../support/loaded";
import { cookieOf, get, post, run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let where: { workspaceId: string; studyId: string };
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  owner = await signedIn(store);
  const studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
  where = { workspaceId: owner.workspaceId, studyId };
});
afterAll(() => store.close());

const act = (fields: Record<string, string>) =>
  run(manage.action, owner.request("/x", fields), { studyId: where.studyId });

async function share(fields: Record<string, string>) {
  const given = { intent: "share", name: "Board", audience: "leadership", expiry: "30" };
  expect((await act({ ...given, snapshot: "", password: "", ...fields })).status).toBe(200);
  return (await listReportShares(store, where))[0]!;
}
const open = (token: string, cookie = "") =>
  run(shared.loader, get(`/share/${token}`, cookie ? { Cookie: cookie } : {}), { token });
const said = async (token: string) => JSON.stringify((await open(token)).body);

describe("readers' comments", () => {
  test("reach the team and those with the same link; bad ones are refused with what was typed", async () => {
    const [one, other] = [await share({ name: "One" }), await share({ name: "Other" })];
    const say = (fields: Record<string, string>) =>
      run(shared.action, post("/x", fields), { token: one.token });
    expect(await say({ author: "", text: "", chapter: "no" })).toMatchObject({
      status: 422,
      body: { problems: { author: "nameMissing", text: "textMissing", chapter: "chapter" } },
    });
    expect((await say({ author: "Li", text: "Why so few deciders?", chapter: "pmf" })).status).toBe(302);
    expect(await said(one.token)).toContain("Why so few deciders?");
    expect(await said(other.token)).not.toContain("Why so few deciders?");
    const { comments } = await loaded(manage.loader, owner.request("/x"), { studyId: where.studyId });
    expect(comments).toMatchObject([{ author: "Li", link: "One", chapter: "pmf" }]);
    await act({ intent: "remove-comment", commentId: comments[0]!.id });
    expect(await said(one.token)).not.toContain("Why so few deciders?");
    for (let n = 0; n < 20; n++) await say({ author: "Li", text: `Again ${n}`, chapter: "" });
    expect((await say({ author: "Li", text: "Once more", chapter: "" })).status).toBe(429);
  });

  test("a comment written for longer than the password holds is kept, and goes with the password", async () => {
    const { token } = await share({ password: "four calling birds" });
    const written = { author: "Wang", text: "What about the price?", chapter: "" };
    const send = (form: Record<string, string>) =>
      run(shared.action, post(`/share/${token}`, form), { token });
    expect(await send(written)).toMatchObject({ status: 401, body: { problem: null, kept: written } });
    expect(await send({ ...written, password: "wrong horse" })).toMatchObject({
      ...{ status: 422, body: { problem: "wrong", kept: written } },
    });
    const unsaid = await send({ ...written, text: "", password: "four calling birds" });
    expect(unsaid).toMatchObject({ status: 422, body: { problems: { text: "textMissing" } } });
    expect(await open(token, cookieOf(unsaid))).toMatchObject({ body: { kind: "open", comments: [] } });
    const sent = await send({ ...written, password: "four calling birds" });
    expect(sent.status).toBe(302);
    expect(await open(token, cookieOf(sent))).toMatchObject({
      body: { kind: "open", comments: [{ author: "Wang", text: "What about the price?" }] },
    });
  });
});
