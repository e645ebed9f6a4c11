import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listCollectors } from "~/data/collectors";
import * as collector from "~/routes/fieldwork/collector";
import * as fieldwork from "~/routes/fieldwork/fieldwork";
import * as qrPng from "~/routes/fieldwork/qr-png";
import * as link from "~/routes/respond/link";
import * as unlock from "~/routes/respond/unlock";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { fieldStudy } from "../support/fielded";
import { memberOf } from "../support/member-of";
import { cookieOf, get, origin, run } from "../support/run-route";
import { openMemoryStore } from "../support/stores";

let store: Store;
let study: Awaited<ReturnType<typeof fieldStudy>>;
let member: Awaited<ReturnType<typeof memberOf>>;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  study = await fieldStudy(store);
  member = await memberOf(store, study.workspaceId);
});

const empty = { name: "", opens: "", closes: "", cap: "", password: "", language: "", origins: "" };
const post = (path: string, fields: Record<string, string>) =>
  new Request(`${origin}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: origin },
    body: new URLSearchParams(fields).toString(),
  });
const save = (collectorId: string, form: Record<string, string>) =>
  collector.action(
    args(member.request("/x", { ...empty, ...form }), { studyId: study.studyId, collectorId }),
  );
const find = async (token: string) =>
  (await listCollectors(store, study)).find((one) => one.token === token)!;
const open = (token: string, headers = {}) => run(link.loader, get(`/r/${token}`, headers), { token });

/** Why a link refuses a newcomer. */
async function reason(token: string) {
  const seen = await Promise.resolve(
    link.loader(args(get(`/r/${token}`), { token })) as Promise<unknown>,
  ).catch((thrown) => thrown);
  return seen instanceof Response ? await seen.text() : null;
}

describe("a link's settings", () => {
  test("open it from a day, until a day, and for so many", async () => {
    const token = study.tokens.user!;
    const { id } = await find(token);
    await save(id, { opens: "2999-01-01" });
    expect(await reason(token)).toBe("not-yet");
    await save(id, { closes: "2020-01-01" });
    expect(await reason(token)).toBe("closed");
    await save(id, { cap: "1" });
    expect(await reason(token)).toBeNull();
    await run(link.action, post(`/r/${token}`, { key: "k".repeat(22) }), { token });
    expect(await reason(token)).toBe("full");
    await save(id, {});
    expect(await reason(token)).toBeNull();
  });

  test("ask for a password, which opens it for the browser that gave it until it is changed", async () => {
    const token = study.tokens.user!;
    const { id } = await find(token);
    await save(id, { password: "secret words" });
    expect((await find(token)).passwordHash).not.toContain("secret");
    expect((await open(token)).status).toBe(401);
    const give = (password: string) => run(unlock.action, post(`/unlock/${token}`, { password }), { token });
    const wrong = await give("guess");
    expect([wrong.status, wrong.to, wrong.cookies]).toEqual([303, `/r/${token}?password=wrong`, []]);
    const cookie = cookieOf(await give("secret words"));
    expect((await open(token, { Cookie: cookie })).status).toBe(200);
    await save(id, { password: "other words" });
    expect((await open(token, { Cookie: cookie })).status).toBe(401);
    await save(id, { noPassword: "on" });
    expect((await open(token)).status).toBe(200);
  });

  test("say in which language it speaks", async () => {
    const token = study.tokens.user!;
    await save((await find(token)).id, { language: "zh-CN" });
    expect((await open(token, { "Accept-Language": "en" })).body?.language).toBe("zh-CN");
  });

  test.each([
    [{ opens: "2026-05-02", closes: "2026-05-01" }, { closes: "closes-first" }],
    [{ cap: "0" }, { cap: "not-a-number" }],
    [{ password: "abc" }, { password: "short-password" }],
    [{ origins: "javascript:alert(1)" }, { origins: "not-an-origin" }],
    [{ origins: "https://a.example; script-src *" }, { origins: "not-an-origin" }],
  ])("%j is refused at the field", async (form, problems) => {
    const { id } = await find(study.tokens.user!);
    expect(await save(id, form)).toMatchObject({ init: { status: 422 }, data: { problems } });
  });
});

describe("a further link", () => {
  test("inside another page may be framed by the sites named, and no other link may", async () => {
    await save("new", { kind: "embed", role: "user", origins: "www.shop.example" });
    const made = (await listCollectors(store, study)).find(({ kind }) => kind === "embed")!;
    expect(made.embedOrigins).toEqual(["https://www.shop.example"]);
    const framedBy = async (token: string) => {
      const answer = (await link.loader(args(get(`/r/${token}`), { token }))) as { init?: ResponseInit };
      return new Headers(answer.init?.headers).get("Frame-Ancestors");
    };
    expect(await framedBy(made.token)).toBe("'self' https://www.shop.example");
    expect(await framedBy(study.tokens.user!)).toBeNull();
    const seen = await fieldwork.loader(args(member.request("/x"), { studyId: study.studyId }));
    expect(seen.links.find(({ id }) => id === made.id)?.embed).toContain(
      `data-survey="${origin}/r/${made.token}"`,
    );
  });

  test("has its QR code as a picture; a personal way in and another study's have none", async () => {
    const { id } = await find(study.tokens.user!);
    const ask = (collectorId: string, studyId = study.studyId) =>
      qrPng.loader(args(member.request("/x"), { studyId, collectorId }));
    const bytes = new Uint8Array(await (await ask(id)).arrayBuffer());
    expect([...bytes.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join("")).toBe("PNG");
    const other = await fieldStudy(store);
    const theirs = (await listCollectors(store, other))[0]!;
    expect(await statusOf(() => ask(theirs.id))).toBe(404);
  });
});
