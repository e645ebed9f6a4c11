import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listMarketScenarios } from "~/data/market";
import { listStudies } from "~/data/studies";
import { blankModel, differingFields, type TypedModel, typedModel } from "~/domain/market/model-form";
import { sampleModel } from "~/domain/market/sample-model";
import * as market from "~/routes/market/market";
import * as sheet from "~/routes/market/sheet";
import * as create from "~/routes/studies/new";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let studyId: string;
let where: { workspaceId: string; studyId: string };

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  owner = await signedIn(store, { name: "Min Wang" });
  const fields = {
    product: "Hemu",
    businessType: "saas",
    stage: "growth",
    currency: "CNY",
    languages: ["en"],
  };
  await create.action(args(owner.request("/studies/new", fields)));
  studyId = (await listStudies(store, owner))[0]!.id;
  where = { workspaceId: owner.workspaceId, studyId };
});

const here = () => `/studies/${studyId}/market`;
const see = (query = "") => market.loader(args(owner.request(`${here()}${query}`), { studyId }));
const press = (form: Record<string, string>) => market.action(args(owner.request(here(), form), { studyId }));
/** A sheet as a browser posts it. */
const posted = (typed: TypedModel): Record<string, string> => ({
  ...{ years: typed.years, ...confidencesOf(typed) },
  ...differingFields({ ...blankModel(""), segments: [] }, typed),
});
const confidencesOf = (typed: TypedModel) =>
  Object.fromEntries(
    Object.entries(typed.plan).map(([part, of]) => [`plan.${part}.confidence`, of.confidence]),
  );
const send = (form: Record<string, string>, as = owner) =>
  sheet.action(args(as.request(`${here()}/sheet`, form), { studyId }));
const scenarios = () => listMarketScenarios(store, where);

/** A sheet handed back, with its status. */
async function handedBack(form: Record<string, string>) {
  const reply = await send(form);
  if (!("data" in reply)) throw new Error(`The sheet was saved: ${reply.headers.get("Location")}`);
  return { ...reply.data, httpStatus: reply.init?.status };
}

const startSample = async () => {
  await press({ intent: "start-sample" });
  return (await scenarios())[0]!;
};

test("a study begins without a model and takes the example", async () => {
  expect(await see()).toMatchObject({ open: null, chosen: null, scenarios: [], canEdit: true });
  const { id } = await startSample();
  const seen = await see();
  expect(seen).toMatchObject({
    chosen: id,
    open: { weak: { unsourced: 0 }, sized: { headroom: { ok: true } } },
  });
  expect(seen.open?.sized.ranges.tam.likely).toBe(
    50_000_000 * 600 + 30_000_000 * 3_000 + 5_000_000 * 12_000 + 350_000 * 120_000,
  );
});

describe("the sheet", () => {
  test("of a new scenario is saved and read back; the next save counts up", async () => {
    const typed = { ...typedModel("Base", sampleModel("en")), goal: "5000000" };
    const form = { ...posted(typed), intent: "save", scenarioId: "", revision: "0" };
    expect(await statusOf(() => send(form))).toBe(302);
    const [saved] = await scenarios();
    expect(saved).toMatchObject({
      name: "Base",
      revision: 1,
      updatedBy: "Min Wang",
      model: { goal: 5_000_000 },
    });
    const change = { ...form, scenarioId: saved!.id, revision: "1", "s0.fit.likely": "1.5" };
    expect(await statusOf(() => send(change))).toBe(302);
    const [after] = await scenarios();
    expect(after).toMatchObject({ revision: 2, seed: saved!.seed });
    expect(after!.model.segments[0]!.fit.likely).toBe(0.015);
  });

  test("that is refused keeps what was typed and names the fields", async () => {
    const { id, name, model } = await startSample();
    const form = { ...posted(typedModel(name, model)), intent: "save", scenarioId: id, revision: "1" };
    const reply = await handedBack({ ...form, "s2.fit.low": "90", "s1.arpa.high": "dear" });
    expect(reply).toMatchObject({
      httpStatus: 422,
      problems: { "s2.fit.low": "low-above-likely", "s1.arpa.high": "not-a-number" },
    });
    expect(reply.typed.segments[1]!.arpa.high).toBe("dear");
    expect(await scenarios()).toMatchObject([{ revision: 1 }]);
  });

  test("saved by two people loses nothing: the second sees both, and may save on top", async () => {
    const { id, name, model } = await startSample();
    const form = { ...posted(typedModel(name, model)), intent: "save", scenarioId: id, revision: "1" };
    await send({ ...form, "s2.fit.likely": "22" });
    const reply = await handedBack({ ...form, "s2.fit.likely": "25" });
    expect(reply).toMatchObject({
      ...{ httpStatus: 409, revision: 2, conflict: { who: "Min Wang" } },
      theirs: { "s2.fit.likely": "22" },
    });
    expect(Object.keys(reply.theirs)).toEqual(["s2.fit.likely"]);
    expect(reply.typed.segments[2]!.fit.likely).toBe("25");
    expect((await scenarios())[0]!.model.segments[2]!.fit.likely).toBe(0.22);
    await send({ ...form, "s2.fit.likely": "25", revision: String(reply.revision) });
    expect((await scenarios())[0]!.model.segments[2]!.fit.likely).toBe(0.25);
  });

  test("of a scenario that was removed meanwhile is handed back, and can be kept as a new one", async () => {
    const { id, name, model } = await startSample();
    await press({ intent: "remove", scenarioId: id });
    const form = { ...posted(typedModel(name, model)), scenarioId: id, revision: "1" };
    expect(await handedBack({ ...form, intent: "save" })).toMatchObject({ httpStatus: 409, gone: true });
    await send({ ...form, intent: "copy" });
    expect((await scenarios()).map((one) => [one.name, one.model])).toEqual([[`${name} (copy)`, model]]);
  });

  test("takes a segment more or less without saving or losing what is typed", async () => {
    const { id, name, model } = await startSample();
    const form = { ...posted(typedModel(name, model)), scenarioId: id, revision: "1", goal: "7" };
    const more = await handedBack({ ...form, intent: "add-segment" });
    expect(more.typed).toMatchObject({ goal: "7", segments: { length: 5 } });
    const fewer = await handedBack({ ...form, intent: "remove-segment.0" });
    expect(fewer.typed.segments.map((segment) => segment.name)).toEqual(
      model.segments.slice(1).map((segment) => segment.name),
    );
    expect(await scenarios()).toMatchObject([{ revision: 1, model }]);
  });
});

test("scenarios are compared; one that is removed can be brought back", async () => {
  const { id, name, model } = await startSample();
  const half = { ...model, segments: model.segments.slice(2) };
  await send({ ...posted(typedModel("Upper half", half)), intent: "save", scenarioId: "", revision: "0" });
  const seen = await see(`?scenario=${id}`);
  expect(seen.compared.map((one) => one.name)).toEqual([name, "Upper half"]);
  expect(seen.compared[0]!.later.p50).toBeGreaterThan(seen.compared[1]!.later.p50);
  expect(await press({ intent: "remove", scenarioId: id })).toMatchObject({ name, restored: false });
  expect((await see()).scenarios.map((one) => one.name)).toEqual(["Upper half"]);
  await press({ intent: "restore", scenarioId: id });
  expect((await see()).scenarios.map((one) => one.name)).toEqual([name, "Upper half"]);
});

describe("the gate", () => {
  const tries = (as: typeof owner) => [
    () => market.loader(args(as.request(here()), { studyId })),
    () => sheet.loader(args(as.request(`${here()}/sheet`), { studyId })),
    () => market.action(args(as.request(here(), { intent: "start-sample" }), { studyId })),
    () => send({ ...posted(typedModel("Mine", sampleModel("en"))), intent: "save" }, as),
  ];

  test("another workspace's market does not exist", async () => {
    const stranger = await signedIn(store);
    for (const one of tries(stranger)) expect(await statusOf(one)).toBe(404);
    expect(await scenarios()).toEqual([]);
  });

  test("leadership is led to the reports and changes nothing", async () => {
    const viewer = await signedIn(store, { role: "viewer" });
    const statuses = [];
    for (const one of tries(viewer)) statuses.push(await statusOf(one));
    expect(statuses).toEqual([302, 302, 403, 403]);
  });

  test("a button nobody offers, a scenario that is not there and an empty sheet change nothing", async () => {
    expect(await statusOf(() => press({ intent: "burn" }))).toBe(400);
    expect(await statusOf(() => press({ intent: "remove", scenarioId: "none" }))).toBe(404);
    expect(await handedBack({})).toMatchObject({ httpStatus: 422, problems: { segments: "no-segment" } });
    expect(await statusOf(() => sheet.loader(args(owner.request(`${here()}/sheet`), { studyId })))).toBe(302);
    expect(await scenarios()).toEqual([]);
  });
});
