import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findComparisonSettings, listRivals } from "~/data/competitors";
import { listFeatures } from "~/data/features";
import { listStudies } from "~/data/studies";
import * as feature from "~/routes/competitors/feature";
import * as features from "~/routes/competitors/features";
import * as list from "~/routes/competitors/list";
import * as own from "~/routes/competitors/own";
import * as rival from "~/routes/competitors/rival";
import * as create from "~/routes/studies/new";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { fieldStudy } from "../support/fielded";
import { memberOf } from "../support/member-of";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

type Member = Awaited<ReturnType<typeof signedIn>>;
let store: Store;
let owner: Member;
let studyId: string;

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  owner = await signedIn(store);
  const fields = { product: "P", businessType: "saas", stage: "growth", currency: "CNY", languages: ["en"] };
  await create.action(args(owner.request("/studies/new", { ...fields, competitors: "Beta" })));
  studyId = (await listStudies(store, owner))[0]!.id;
});

const where = () => ({ workspaceId: owner.workspaceId, studyId });
const path = "/studies/x/competitors";
const typed = { name: "Gamma", status: "substitute", links: "https://gamma.example/" };
const plans = { planName: ["Basic"], planPrice: ["49"], planNote: [""] };
const saveRival = (key: string, form: Record<string, string | string[]>, member = owner) =>
  rival.action(args(member.request(path, form), { studyId, key }));
const saveFeature = (featureId: string, form: Record<string, string>, member = owner) =>
  feature.action(args(member.request(path, form), { studyId, featureId }));

describe("a competitor", () => {
  test("is kept without the sign that PostgreSQL refuses", async () => {
    expect(await statusOf(() => saveRival("new", { ...typed, name: "Gam\u0000ma" }))).toBe(302);
    expect((await listRivals(store, where())).map(({ name }) => name)).toEqual(["Beta", "Gamma"]);
  });

  test("is added, found in the list, and edited under its key", async () => {
    expect(await statusOf(() => saveRival("new", { ...typed, ...plans }))).toBe(302);
    const seen = await list.loader(args(owner.request(path), { studyId }));
    expect(seen.rivals.map(({ name }) => name)).toEqual(["Beta", "Gamma"]);
    const { key } = seen.rivals[1]!;
    const edited = { ...typed, name: "Gamma 2", revision: "1" };
    expect(await statusOf(() => saveRival(key, edited))).toBe(302);
    const loaded = await rival.loader(args(owner.request(path), { studyId, key }));
    expect(loaded).toMatchObject({
      name: "Gamma 2",
      revision: 2,
      typed: { status: "substitute", plans: [] },
    });
  });

  test("refused keeps what was typed; a name twice is refused too", async () => {
    expect(await saveRival("new", { ...typed, links: "ftp://x" })).toMatchObject({
      init: { status: 422 },
      data: { problems: { links: "not-a-link" }, typed: { name: "Gamma", links: "ftp://x" } },
    });
    expect(await saveRival("new", { ...typed, name: "Beta" })).toMatchObject({
      data: { problems: { name: "taken" } },
    });
    expect(await listRivals(store, where())).toHaveLength(1);
  });

  test("edited by two shows both and overwrites nothing unasked", async () => {
    const { key } = (await listRivals(store, where()))[0]!;
    await saveRival(key, { ...typed, notes: "theirs", revision: "1" });
    const reply = await saveRival(key, { ...typed, notes: "mine", revision: "1" });
    expect(reply).toMatchObject({
      init: { status: 409 },
      data: { typed: { notes: "mine" }, theirs: { notes: "theirs" }, revision: 2 },
    });
    expect(await statusOf(() => saveRival(key, { ...typed, notes: "mine", revision: "2" }))).toBe(302);
    expect((await listRivals(store, where()))[0]).toMatchObject({ notes: "mine" });
  });

  test("is archived and restored, within what respondents can compare", async () => {
    const { key } = (await listRivals(store, where()))[0]!;
    const send = (intent: string) => list.action(args(owner.request(path, { key, intent }), { studyId }));
    expect(await send("archive")).toMatchObject({ kind: "archived", name: "Beta" });
    for (let n = 0; n < 8; n++) await saveRival("new", { ...typed, name: `Rival ${n}` });
    expect(await send("restore")).toMatchObject({ kind: "full" });
    expect(await statusOf(() => saveRival("new", { ...typed, name: "Ninth" }))).toBe(400);
    const [first] = (await listRivals(store, where())).filter(({ name }) => name === "Rival 0");
    await list.action(args(owner.request(path, { key: first!.key, intent: "archive" }), { studyId }));
    expect(await send("restore")).toMatchObject({ kind: "restored" });
  });

  test("our own prices are kept, or refused with what was typed", async () => {
    const save = (form: Record<string, string[]>) => own.action(args(owner.request(path, form), { studyId }));
    expect(await save({ ...plans, planPrice: ["x"] })).toMatchObject({
      init: { status: 422 },
      data: { problem: "not-a-price", typed: [{ price: "x" }] },
    });
    expect(await statusOf(() => save(plans))).toBe(302);
    expect((await findComparisonSettings(store, where())).ownPlans).toEqual([
      { name: "Basic", price: 49, note: "" },
    ]);
  });
});

describe("features", () => {
  test("are added, edited and archived", async () => {
    expect(await statusOf(() => saveFeature("new", { category: "A", nameEn: "Export" }))).toBe(302);
    const [kept] = await listFeatures(store, where());
    const loaded = await feature.loader(args(owner.request(path), { studyId, featureId: kept!.id }));
    expect(loaded).toMatchObject({
      typed: { nameZh: "Export", category: "A" },
      categories: ["A"],
      revision: 1,
    });
    expect(await saveFeature(kept!.id, { nameEn: "" })).toMatchObject({
      data: { problems: { nameZh: "missing" } },
    });
    expect(await statusOf(() => saveFeature(kept!.id, { nameEn: "Import", revision: "1" }))).toBe(302);
    expect(await saveFeature(kept!.id, { nameEn: "Late", revision: "1" })).toMatchObject({
      init: { status: 409 },
      data: { theirs: { nameZh: "Import" }, typed: { nameEn: "Late" }, revision: 2 },
    });
    const archive = { featureId: kept!.id, intent: "archive" };
    await features.action(args(owner.request(path, archive), { studyId }));
    expect(await features.loader(args(owner.request(path), { studyId }))).toMatchObject({
      features: [],
      archived: [{ id: kept!.id }],
    });
  });

  test("are taken over from the published questionnaires, once", async () => {
    const fielded = await fieldStudy(store, { questionnaires: { user: null } });
    const member = await memberOf(store, fielded.workspaceId);
    const at = { studyId: fielded.studyId };
    const { missing } = await features.loader(args(member.request(path), at));
    expect(missing).toBeGreaterThan(5);
    const take = () => features.action(args(member.request(path, { intent: "take-over" }), at));
    expect(await take()).toMatchObject({ kind: "taken-over", n: missing });
    expect(await take()).toMatchObject({ n: 0 });
    const kept = await listFeatures(store, fielded);
    expect(kept.find(({ asked }) => asked === "ux-learn")).toMatchObject({ need: "smooth-use" });
    expect(kept.find(({ asked }) => asked === "offer-service")).toMatchObject({ need: "service" });
  });
});

describe("the gate", () => {
  test("strangers find nothing, leadership is refused", async () => {
    const [beta] = await listRivals(store, where());
    await saveFeature("new", { nameEn: "Export" });
    const [kept] = await listFeatures(store, where());
    const stranger = await signedIn(store);
    const viewer = await signedIn(store, { role: "viewer" });
    const tries = (member: Member) => [
      () => list.action(args(member.request(path, { key: beta!.key, intent: "archive" }), { studyId })),
      () => saveRival(beta!.key, { ...typed, revision: "1" }, member),
      () => own.action(args(member.request(path, plans), { studyId })),
      () => saveFeature(kept!.id, { nameEn: "X", revision: "1" }, member),
      () => features.action(args(member.request(path, { featureId: kept!.id }), { studyId })),
    ];
    for (const one of tries(stranger)) expect(await statusOf(one)).toBe(404);
    for (const one of tries(viewer)) expect(await statusOf(one)).toBe(403);
    const reads = (member: Member) => [
      () => list.loader(args(member.request(path), { studyId })),
      () => rival.loader(args(member.request(path), { studyId, key: beta!.key })),
      () => own.loader(args(member.request(path), { studyId })),
      () => features.loader(args(member.request(path), { studyId })),
      () => feature.loader(args(member.request(path), { studyId, featureId: kept!.id })),
    ];
    for (const one of reads(stranger)) expect(await statusOf(one)).toBe(404);
    for (const one of reads(viewer)) expect(await statusOf(one)).toBe(302);
    expect(await listRivals(store, where())).toEqual([beta]);
  });
});
