/** Opportunities and the stage: written down, ranked, confirmed, and read as gates. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { insertFeatures } from "~/data/features";
import { listOpportunities } from "~/data/opportunities";
import { findStudy, updateStudy } from "~/data/studies";
import { blankOpportunity } from "~/domain/growth/opportunity-form";
import * as opportunities from "~/routes/growth/opportunities";
import * as opportunity from "~/routes/growth/opportunity";
import * as stage from "~/routes/growth/stage";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { args, statusOf } from "../support/call-route";
import { insertEmptyStudy } from "../support/empty-study";
import { loaded } from "../support/loaded";
import { memberOf } from "../support/member-of";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";
import { valued } from "../support/valued";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let where: { workspaceId: string; studyId: string };

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  owner = await signedIn(store);
  const { workspaceId } = owner;
  where = { workspaceId, studyId: await insertEmptyStudy(store, workspaceId) };
});

const params = () => ({ studyId: where.studyId });
const one = (opportunityId: string) => ({ ...params(), opportunityId });
const list = () => loaded(opportunities.loader, owner.request("/"), params());
const save = (opportunityId: string, form: Record<string, string>) =>
  opportunity.action(args(owner.request("/", { ...blankOpportunity, ...form }), one(opportunityId)));
const kept = () => listOpportunities(store, where);

describe("an opportunity", () => {
  test("is written down, edited, removed and brought back", async () => {
    expect(await statusOf(() => save("new", { need: "Fewer CVs" }))).toBe(302);
    const [written] = await kept();
    expect(written).toMatchObject({ need: "Fewer CVs", role: "user", status: "open", revision: 1 });
    const [featureId] = await insertFeatures(store, {
      ...{ ...where, now: 1 },
      features: [
        {
          category: "",
          name: { en: "Screening", "zh-CN": "筛选" },
          need: null,
          asked: null,
          measure: null,
          description: "",
        },
      ],
    });
    const change = {
      need: "Fewer CVs by hand",
      featureId: featureId!,
      status: "to-confirm",
      waveNumber: "2",
    };
    expect(await statusOf(() => save(written!.id, { ...change, revision: "1" }))).toBe(302);
    expect((await list()).opportunities).toMatchObject([
      { need: "Fewer CVs by hand", waveNumber: 2, reading: { rank: null, cover: { yes: 0 } } },
    ]);
    const press = (intent: string) =>
      opportunities.action(args(owner.request("/", { intent, opportunityId: written!.id }), params()));
    expect(await press("remove")).toMatchObject({ need: "Fewer CVs by hand", restored: false });
    expect(await kept()).toEqual([]);
    await press("restore");
    expect(await kept()).toHaveLength(1);
    expect(await statusOf(() => press("burn"))).toBe(400);
  });

  test("that is refused, or was saved by somebody else, keeps what was typed", async () => {
    const refused = await save("new", { need: "", status: "confirmed" });
    if (!("data" in refused)) throw new Error("It was saved");
    expect(refused.data).toMatchObject({ problems: { need: "missing", waveNumber: "needs-wave" } });
    await save("new", { need: "First" });
    const [written] = await kept();
    await save(written!.id, { need: "Second", revision: "1" });
    const late = await save(written!.id, { need: "Third", revision: "1" });
    if (!("data" in late)) throw new Error("It was saved");
    expect(late.data).toMatchObject({ changed: true, revision: 2, typed: { need: "Third" } });
    expect((await kept())[0]!.need).toBe("Second");
  });

  test("begins with what a suggestion says of it", async () => {
    const page = await opportunity.loader(
      args(owner.request("/?role=decider&problem=high-cost&need=Cost&junk=1"), one("new")),
    );
    expect(page).toMatchObject({
      revision: null,
      typed: { role: "decider", problem: "high-cost", need: "Cost", status: "open" },
    });
    expect(await statusOf(() => opportunity.loader(args(owner.request("/"), one("gone"))))).toBe(404);
  });
});

describe("the sample", () => {
  test("tells one story: users want screening, validation waits for users and one more month", async () => {
    where.studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.UTC(2026, 8, 1) });
    const { opportunities: found, suggestions } = await list();
    expect(found.map(({ reading }) => reading.rank).every((rank) => rank !== null && rank > 0)).toBe(true);
    expect(found[0]!.reading.quotes.length).toBeGreaterThan(0);
    for (const { reading } of found) {
      const [low, high] = valued(reading.rankInterval);
      expect(low).toBeLessThanOrEqual(reading.rank!);
      expect(high).toBeGreaterThanOrEqual(reading.rank!);
    }
    // The second wave is still to come: nothing is confirmed before it.
    expect(found.find(({ waveNumber }) => waveNumber === 2)).toMatchObject({
      ...{ standing: { status: "to-confirm", by: null } },
      reading: { confirmation: { state: "lacking", why: "no-answers" } },
    });
    const taken = new Set(found.map(({ role, problem }) => `${role}/${problem}`));
    expect(suggestions.length).toBeGreaterThan(0);
    for (const { role, problem } of suggestions) expect(taken.has(`${role}/${problem}`)).toBe(false);

    const read = async () => stage.loader(args(owner.request("/"), params()));
    const { reading, facts, fit, roles } = await read();
    expect(valued(fit.frequency)).toMatchObject({ n: expect.any(Number), interval: expect.anything() });
    expect(valued(fit.upset).companies).toBeGreaterThan(5);
    expect(roles.map(({ role }) => role)).toContain("decider");
    expect(reading).toMatchObject({
      stage: "market-validation",
      logic: "product",
      gates: [
        { key: "frequency", state: "on" },
        { key: "upset", state: "undecided" },
        { key: "breakEven", state: "off" },
      ],
      todo: "upset",
    });
    expect(facts.headroom.ok && facts.headroom.value.verdict).toBe("undecided");
    const study = (await findStudy(store, where))!;
    const competitors: { id: string; name: string }[] = [];
    await updateStudy(store, { ...where, study: { ...study, stage: "growth" }, competitors, now: 1 });
    expect((await read()).reading.gates.map(({ key, state }) => [key, state])).toEqual([
      ["breakEven", "off"],
      ["renewal", "undecided"],
      ["ltvToCac", "on"],
      [
        "competition",
        facts.competition === "win" ? "on" : facts.competition === "lose" ? "off" : "undecided",
      ],
      ["headroom", "undecided"],
    ]);
  });
});

test("the gate keeps out strangers, and lets leadership change nothing", async () => {
  const stranger = await signedIn(store);
  const viewer = await memberOf(store, where.workspaceId, { role: "viewer" });
  const tries = (as: Pick<typeof owner, "request">) => [
    () => opportunities.loader(args(as.request("/"), params())),
    () => opportunity.loader(args(as.request("/"), one("new"))),
    () => stage.loader(args(as.request("/"), params())),
    () => opportunity.action(args(as.request("/", { ...blankOpportunity, need: "x" }), one("new"))),
    () => opportunities.action(args(as.request("/", { intent: "remove", opportunityId: "x" }), params())),
  ];
  for (const attempt of tries(stranger)) expect(await statusOf(attempt)).toBe(404);
  const statuses = [];
  for (const attempt of tries(viewer)) statuses.push(await statusOf(attempt));
  expect(statuses).toEqual([302, 302, 302, 403, 403]);
  expect(await kept()).toEqual([]);
});
