/** The PMF page from its sides, and one company of the decision chain, on a study as it is drawn. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listEvidence } from "~/data/evidence";
import { insertTheme, saveReading } from "~/data/themes";
import { openTexts } from "~/domain/report/theme-coding";
import * as wave from "~/routes/fieldwork/wave";
import * as chain from "~/routes/results/chain";
import * as company from "~/routes/results/chain-company";
import * as pmf from "~/routes/results/pmf";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { args } from "../support/call-route";
import { loaded } from "../support/loaded";
import { run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let studyId = "";
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  owner = await signedIn(store);
  studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
});
afterAll(() => store.close());

const open = (search = "") => loaded(pmf.loader, owner.request(`/x${search}`), { studyId });
const where = () => ({ workspaceId: owner.workspaceId, studyId });

describe("the PMF page", () => {
  test("judges the looks that the wave declared, of the role's answers in their order", async () => {
    const { sides, scores } = await open();
    expect(sides.plan).toMatchObject({ beforehand: true });
    const user = sides.plan.roles.find(({ role }) => role === "user");
    expect(user?.plan.ok && user.plan.value.looks.map(({ n }) => n)).toEqual([40, 80, 160]);
    const score = scores.find(({ role }) => role === "user")?.score;
    expect(user?.plan.ok && user.plan.value.answers).toBe(score?.ok && score.value.n);
    expect(user?.chances.map(({ truth }) => truth.toFixed(1))).toEqual(["0.3", "0.4", "0.5", "0.6"]);
    // The plan is the wave's, whatever is filtered.
    expect((await open("?size=50-249")).sides.plan).toEqual(sides.plan);
  });

  test("proposes looks where the wave declares none", async () => {
    const form = { starts: "2026-01-01", looks: "" };
    const { typed } = await wave.loader(args(owner.request("/x"), { studyId }));
    expect(typed.looks).toBe("40, 80, 160");
    await wave.action(args(owner.request("/x", form), { studyId }));
    const { plan } = (await open()).sides;
    expect(plan.declaredAt).toBeNull();
    expect(plan.roles[0]?.plan.ok).toBe(false);
    expect(plan.roles[0]?.proposed.length).toBe(3);
  });

  test("splits by words until half the answers are read, then by the names of themes", async () => {
    const before = (await open()).sides.splits.find(({ role }) => role === "user");
    expect(before?.benefit).toMatchObject({ basis: "words", read: 0 });
    const evidence = await listEvidence(store, where());
    const now = Date.now();
    const [time, other] = await Promise.all(
      ["Saves time", "Something else"].map((name) =>
        insertTheme(store, { ...where(), name, createdBy: "Ann", now }),
      ),
    );
    for (const question of ["pmf.benefit", "pmf.improve"] as const)
      for (const { responseId, text } of openTexts(evidence, question))
        await saveReading(store, {
          ...{ ...where(), responseId, question, coder: "ann", now },
          themeIds: [(/time|时间/i.test(text) ? time : other) ?? ""],
        });
    const after = (await open()).sides.splits.find(({ role }) => role === "user");
    expect(after?.benefit).toMatchObject({ basis: "themes", read: before?.benefit.answers });
    if (!after?.split.ok) throw new Error("no split");
    const { benefits, convertible, lovers, somewhat, holdsBack } = after.split.value;
    expect(benefits.map(({ name }) => name).toSorted()).toEqual(["Saves time", "Something else"]);
    expect(benefits[0]?.quote?.text).toBeTruthy();
    expect(benefits.reduce((sum, { k }) => sum + k, 0)).toBe(lovers.known);
    expect(convertible.n).toBe(somewhat.known);
    expect(holdsBack.every(({ n }) => n <= convertible.k)).toBe(true);
  });

  test("lights both lamps in every part, and names those with too few", async () => {
    const { parts } = (await open()).sides;
    expect(parts[0]).toMatchObject({ label: null, key: "" });
    expect(parts.map(({ label }) => label)).toContain("Company size: 50–249 people");
    for (const { roles } of parts) expect(roles.map(({ role }) => role)).toEqual(["user", "decider"]);
    const few = (await open("?size=50-249")).sides.parts;
    expect(few.some(({ companies, roles }) => companies < 5 && roles[0]?.upset.lamp === "dark")).toBe(true);
  });
});

describe("one company of the chain", () => {
  const first = async () =>
    (await loaded(chain.loader, owner.request("/x"), { studyId })).chain!.rows.find(
      ({ stances }) => stances.length > 1,
    );

  test("has the stances that its row has, and the words for its choices", async () => {
    const row = await first();
    const params = { studyId, companyId: row?.companyId ?? "" };
    const shown = await loaded(company.loader, owner.request("/x"), params);
    expect(shown.chain).toMatchObject({ name: row?.name, pattern: row?.pattern, alignment: row?.alignment });
    const stances = shown.chain?.stances ?? [];
    expect(stances.map(({ role, people, leaning }) => ({ role, people, leaning }))).toEqual(row?.stances);
    const chosen = stances.flatMap(({ choices }) => choices.map(({ value }) => value));
    expect(chosen.length).toBeGreaterThan(0);
    for (const value of chosen) expect(Object.keys(shown.choiceNames)).toContain(value);
    expect(shown.items).toHaveLength(8);
    const part = await loaded(company.loader, owner.request("/x?role=decider"), params);
    expect(part.chain?.stances.filter(({ people }) => people > 0).map(({ role }) => role)).toEqual([
      "decider",
    ]);
    const none = await loaded(company.loader, owner.request("/x?wave=none"), params);
    expect(none).toMatchObject({ chain: null, name: row?.name, filter: { shown: 0 } });
  });

  test("is nobody else's, and no other company is found under it", async () => {
    const row = await first();
    const params = { studyId, companyId: row?.companyId ?? "" };
    const stranger = await signedIn(store);
    expect(await run(company.loader, stranger.request("/x"), params)).toMatchObject({ status: 404 });
    const nobody = { studyId, companyId: "nobody" };
    expect(await run(company.loader, owner.request("/x"), nobody)).toMatchObject({ status: 404 });
  });
});
