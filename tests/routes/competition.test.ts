import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listClaims } from "~/data/claims";
import * as byRole from "~/routes/competitors/by-role";
import * as card from "~/routes/competitors/card";
import * as claim from "~/routes/competitors/claim";
import * as claims from "~/routes/competitors/claims";
import * as users from "~/routes/competitors/users";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { args, statusOf } from "../support/call-route";
import { insertEmptyStudy } from "../support/empty-study";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let studyId: string;
let emptyId: string;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  owner = await signedIn(store);
  studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
  emptyId = await insertEmptyStudy(store, owner.workspaceId);
});
afterAll(() => store.close());

const asked = (path = "/x", params: Record<string, string> = {}) =>
  args(owner.request(path), { studyId, ...params });
const posted = (form: Record<string, string>, params: Record<string, string> = {}, member = owner) =>
  args(member.request("/x", form), { studyId, ...params });

const typed = {
  ...{ vendor: "lanting", words: "Live in three days", channel: "sales", role: "decider" },
  ...{ need: "smooth-use", featureId: "", link: "https://lanting.example/", seenOn: "2026-03-31", note: "" },
};

describe("claims", () => {
  test("the sample's promises are told apart: borne out, contradicted, and not asked about", async () => {
    const loaded = await claims.loader(asked());
    const verdictOf = (words: string) =>
      loaded.claims.find((one) => one.words.includes(words))?.check.verdict;
    expect(verdictOf("onboarding")).toBe("borne-out");
    expect(verdictOf("phone")).toBe("contradicted");
    expect(verdictOf("template")).toBe("contradicted");
    expect(verdictOf("A third")).toBe("borne-out");
    expect(verdictOf("around the clock")).toBe("contradicted");
    const phone = loaded.claims.find(({ words }) => words.includes("phone"))!;
    expect(Object.keys(phone.check.importance)).toEqual(["user"]);
  });

  test("one is added, edited, archived and put back; two editors at once are told", async () => {
    expect(await statusOf(() => claim.action(posted(typed, { claimId: "new" })))).toBe(302);
    const where = { workspaceId: owner.workspaceId, studyId };
    const added = (await listClaims(store, where)).at(-1)!;
    expect(added).toMatchObject({
      words: typed.words,
      need: "smooth-use",
      featureId: null,
      savedBy: "Min Wang",
    });
    const edit = { ...typed, words: "Live in a week", revision: "1" };
    expect(await statusOf(() => claim.action(posted(edit, { claimId: added.id })))).toBe(302);
    expect(await claim.action(posted({ ...edit, words: "Mine" }, { claimId: added.id }))).toMatchObject({
      init: { status: 409 },
      data: { typed: { words: "Mine" }, theirs: { words: "Live in a week" }, revision: 2 },
    });
    const archived = { intent: "archive", claimId: added.id };
    expect(await claims.action(posted(archived))).toMatchObject({
      kind: "archived",
      words: "Live in a week",
    });
    expect((await claims.loader(asked())).claims.map(({ id }) => id)).not.toContain(added.id);
    await claims.action(posted({ intent: "restore", claimId: added.id }));
    expect((await claims.loader(asked())).claims.map(({ id }) => id)).toContain(added.id);
  });

  test("what cannot be one comes back as typed, with the reason at the field", async () => {
    const wrong = {
      ...typed,
      words: " ",
      vendor: "nobody",
      link: "javascript:alert(1)",
      seenOn: "2026-02-31",
    };
    expect(await claim.action(posted(wrong, { claimId: "new" }))).toMatchObject({
      init: { status: 422 },
      data: {
        typed: wrong,
        problems: { words: "missing", vendor: "not-offered", link: "not-a-link", seenOn: "not-a-day" },
      },
    });
  });

  test("strangers, leadership and unknown claims are turned away", async () => {
    const stranger = await signedIn(store);
    const viewer = await signedIn(store, { role: "viewer" });
    const { id } = (await listClaims(store, { workspaceId: owner.workspaceId, studyId }))[0]!;
    expect(await statusOf(() => claim.action(posted(typed, { claimId: id }, stranger)))).toBe(404);
    expect(await statusOf(() => claims.action(posted({ claimId: id }, {}, viewer)))).toBe(403);
    expect(await statusOf(() => claims.action(posted({ claimId: "none" })))).toBe(404);
    expect(await statusOf(() => claim.loader(asked("/x", { claimId: "none" })))).toBe(404);
    const foreign = args(owner.request("/x", typed, { Origin: "https://evil.example" }), {
      studyId,
      claimId: id,
    });
    expect(await statusOf(() => claim.action(foreign))).toBe(403);
  });
});

describe("what people say of the competitors", () => {
  test("each step of the way to use is a share of the step before", async () => {
    const { funnels } = await users.loader(asked());
    expect(funnels.map(({ vendor }) => vendor)).toEqual(["lanting", "yunfan", "spreadsheets"]);
    for (const { asked, aware, tried, using } of funnels) {
      expect(aware?.n).toBe(asked);
      expect(tried?.n).toBe(aware?.count);
      expect(using?.n).toBe(tried?.count);
      expect(aware?.interval?.[0]).toBeLessThanOrEqual(aware!.share);
    }
  });

  test("one competitor's users: ratings, demands, whom they would leave it for, and quotes that name it", async () => {
    const { chosen } = await users.loader(asked("/x", { key: "yunfan" }));
    expect(chosen).toMatchObject({ key: "yunfan" });
    expect(chosen?.ratings.length).toBeGreaterThan(3);
    expect(chosen?.users.people).toBeGreaterThan(5);
    const unmet = chosen!.users.demands.map(
      ({ importance, satisfaction }) => importance.mean + Math.max(0, importance.mean - satisfaction.mean),
    );
    expect(unmet).toEqual(unmet.toSorted((a, b) => b - a));
    const { chosen: why, rejected: whyNot, byRole } = chosen!.users.reasons;
    expect(whyNot.some(({ tiedBy, text }) => tiedBy === "named" && /云帆|yunfan/i.test(text))).toBe(true);
    for (const { tiedBy, text } of [...why, ...whyNot])
      expect(/云帆|yunfan/i.test(text)).toBe(tiedBy === "named");
    const counted = Object.values(byRole).reduce((sum, role) => sum + role.chosen.n + role.rejected.n, 0);
    expect(counted).toBe(why.length + whyNot.length);
    expect(await statusOf(() => users.loader(asked("/x", { key: "nobody" })))).toBe(404);
  });
});

test("one role's way to use and ratings are those of its people alone; the roles add up to all", async () => {
  const all = await users.loader(asked("/x", { key: "lanting" }));
  const rows = all.chosen!.byRole;
  expect(rows.map(({ role }) => role)).toEqual(["decider", "user", "requester"]);
  const of = (vendor: string) => all.funnels.find((one) => one.vendor === vendor)!;
  expect(rows.reduce((sum, one) => sum + one.asked, 0)).toBe(of("lanting").asked);
  for (const { role, ...funnel } of rows) {
    const alone = await users.loader(asked(`/x?role=${role}`, { key: "lanting" }));
    expect(alone.funnels.find(({ vendor }) => vendor === "lanting")).toEqual(funnel);
    expect(alone.chosen!.users.people).toBeLessThan(all.chosen!.users.people);
    // Deciders and procurement are not asked to rate.
    expect(alone.chosen!.ratings.length > 0).toBe(role !== "decider");
  }
  const nobody = await users.loader(asked("/x?role=finance", { key: "lanting" }));
  expect(nobody.funnels.every(({ asked: n }) => n === 0)).toBe(true);
});

describe("by role", () => {
  test("each role sees its own criteria; the cheapest is named best in price", async () => {
    const { views, vendors, maps, wins } = await byRole.loader(asked());
    expect(views.map(({ role, criteria }) => [role, criteria.map(({ criterion }) => criterion)])).toEqual([
      ["decider", ["functions", "price", "service"]],
      ["user", ["scenario", "smoothness", "interface"]],
      ["requester", ["overall", "functions", "service", "price"]],
    ]);
    const price = views[0]!.criteria[1]!;
    expect(price.best.map((at) => vendors[at]?.key)).toEqual(["spreadsheets"]);
    expect(maps.map(({ role }) => role)).toEqual(["decider", "user", "requester"]);
    for (const { points, worth } of maps) {
      expect(points).toHaveLength(4);
      expect(worth).toContain("spreadsheets");
    }
    expect(wins[0]?.shares.us?.interval).toBeTruthy();
  });
});

describe("the battle card", () => {
  test("says what to show, what to admit and where to turn, for every role or one", async () => {
    const { card: all } = await card.loader(asked("/x", { key: "lanting" }));
    expect(all.cards.map(({ role }) => role)).toEqual(["decider", "user", "requester"]);
    const user = all.cards.find(({ role }) => role === "user")!;
    expect(user.facing.map(({ weight }) => weight)).toEqual(
      user.facing.map(({ weight }) => weight).toSorted((a, b) => b - a),
    );
    const facing = all.cards.flatMap((one) => one.facing);
    const ahead = facing.find(({ stance }) => stance === "ahead")!;
    const behind = facing.find(({ stance }) => stance === "behind")!;
    expect(ahead.ours).toBeGreaterThan(ahead.theirs!);
    expect(ahead.turnTo).toBeNull();
    expect(behind.turnTo).not.toBeNull();
    expect(user.claims.map(({ words }) => words)).toEqual([expect.stringContaining("phone")]);
    expect(user.weak[0]).toMatchObject({ row: "mobile" });
    expect(user.price).toEqual({ ours: 80, theirs: 168 });
    const one = await card.loader(asked("/x?card=user&size=50-249", { key: "lanting" }));
    expect(one.card.role).toBe("user");
    expect(one.filter).toMatchObject({ search: "?card=user&size=50-249" });
    expect(one.filter.shown).toBeLessThan(one.filter.total);
    const nWins = ({ cards }: typeof all) => Math.max(...cards.map(({ wins }) => wins?.ours.n ?? 0));
    expect(nWins(one.card)).toBeLessThan(nWins(all));
    expect(await statusOf(() => card.loader(asked("/x", { key: "nobody" })))).toBe(404);
  });
});

test("a study that nothing is known of yet opens on every page", async () => {
  const empty = (params = {}) => args(owner.request("/x"), { studyId: emptyId, ...params });
  expect((await claims.loader(empty())).claims).toEqual([]);
  expect((await users.loader(empty())).chosen).toBeNull();
  expect((await byRole.loader(empty())).maps).toEqual([]);
  expect(await statusOf(() => card.loader(empty({ key: "lanting" })))).toBe(404);
});
