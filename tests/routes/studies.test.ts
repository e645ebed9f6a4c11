import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listCompetitors, listStudies } from "~/data/studies";
import * as edit from "~/routes/studies/edit";
import * as list from "~/routes/studies/list";
import * as create from "~/routes/studies/new";
import * as overview from "~/routes/studies/overview";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

type Member = Awaited<ReturnType<typeof signedIn>>;
let store: Store;
let owner: Member;

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  owner = await signedIn(store);
});

const fields = {
  product: "薪云 HR",
  businessType: "hardware",
  stage: "growth",
  currency: "CNY",
  languages: ["zh-CN", "en"],
  competitors: "Beta\nGamma",
  roles: ["finance"],
};
async function newStudy(member: Member) {
  await create.action(args(member.request("/studies/new", fields)));
  const [study] = await listStudies(store, member);
  return study!.id;
}

describe("a new study", () => {
  test("has the business type's rule, its competitors and a questionnaire for every role asked", async () => {
    const studyId = await newStudy(owner);
    const seen = await overview.loader(args(owner.request(`/studies/${studyId}`), { studyId }));
    expect(seen).toMatchObject({
      study: { product: "薪云 HR", threshold: 0.4, minUses: 2, windowDays: 90, sample: false },
      competitors: [{ name: "Beta" }, { name: "Gamma" }],
      step: { kind: "publish", unpublished: 4 },
      links: [],
    });
    expect(seen.rows.map(({ role }) => role)).toEqual(["decider", "user", "requester", "finance"]);
  });

  test("that is refused keeps what was typed and names the fields", async () => {
    const typed = { ...fields, product: "", threshold: "much" };
    const reply = await create.action(args(owner.request("/studies/new", typed)));
    expect(reply).toMatchObject({
      init: { status: 422 },
      data: {
        problems: { product: "missing", threshold: "not-a-share" },
        typed: { threshold: "much", competitors: "Beta\nGamma", roles: ["finance"] },
      },
    });
    expect(await listStudies(store, owner)).toEqual([]);
  });
});

test("settings change; a competitor that stays keeps its key", async () => {
  const studyId = await newStudy(owner);
  const before = await listCompetitors(store, { ...owner, studyId });
  const changed = { ...fields, product: "New name", competitors: "Gamma\nDelta" };
  await edit.action(args(owner.request(`/studies/${studyId}/edit`, changed), { studyId }));
  const after = await listCompetitors(store, { ...owner, studyId });
  expect(after.map(({ name }) => name)).toEqual(["Gamma", "Delta"]);
  expect(after[0]?.id).toBe(before[1]?.id);
  const { typed } = await edit.loader(args(owner.request(`/studies/${studyId}/edit`), { studyId }));
  expect(typed).toMatchObject({ product: "New name", windowDays: "", competitors: "Gamma\nDelta" });
});

test("archiving hides a study and can be undone", async () => {
  const studyId = await newStudy(owner);
  const send = (intent: string) => list.action(args(owner.request("/studies", { studyId, intent })));
  const seen = () => list.loader(args(owner.request("/studies")));
  expect(await send("archive")).toMatchObject({ archived: true });
  expect(await seen()).toMatchObject({ studies: [], archived: [{ id: studyId }] });
  await send("restore");
  expect(await seen()).toMatchObject({ studies: [{ id: studyId }], archived: [] });
});

describe("the gate", () => {
  test("another workspace's study does not exist", async () => {
    const studyId = await newStudy(owner);
    const stranger = await signedIn(store);
    const paths = { studyId };
    const tries = [
      () => overview.loader(args(stranger.request(`/studies/${studyId}`), paths)),
      () => edit.loader(args(stranger.request(`/studies/${studyId}/edit`), paths)),
      () => edit.action(args(stranger.request(`/studies/${studyId}/edit`, fields), paths)),
      () => list.action(args(stranger.request("/studies", { studyId, intent: "archive" }))),
    ];
    for (const one of tries) expect(await statusOf(one)).toBe(404);
    expect(await list.loader(args(stranger.request("/studies")))).toEqual({ studies: [], archived: [] });
    expect(await listStudies(store, owner)).toHaveLength(1);
  });

  test("leadership is led to the reports and changes nothing", async () => {
    const studyId = await newStudy(owner);
    const viewer = await signedIn(store, { role: "viewer" });
    expect(await statusOf(() => list.loader(args(viewer.request("/studies"))))).toBe(302);
    expect(await statusOf(() => create.action(args(viewer.request("/studies/new", fields))))).toBe(403);
    const archive = viewer.request("/studies", { studyId, intent: "archive" });
    expect(await statusOf(() => list.action(args(archive)))).toBe(403);
  });

  test("a form sent from another site is refused, and so is one without a session", async () => {
    const studyId = await newStudy(owner);
    const foreign = { Origin: "https://elsewhere.example" };
    const tries = [
      () => create.action(args(owner.request("/studies/new", fields, foreign))),
      () => list.action(args(owner.request("/studies", { studyId, intent: "archive" }, foreign))),
      () => edit.action(args(owner.request(`/studies/${studyId}/edit`, fields, foreign), { studyId })),
    ];
    for (const one of tries) expect(await statusOf(one)).toBe(403);
    const nobody = owner.request("/studies/new", fields, { Cookie: "" });
    expect(await statusOf(() => create.action(args(nobody)))).toBe(302);
    expect(await listStudies(store, owner)).toHaveLength(1);
  });
});
