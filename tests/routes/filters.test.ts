import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as analysis from "~/routes/competitors/analysis";
import * as byRole from "~/routes/competitors/by-role";
import * as claims from "~/routes/competitors/claims";
import * as users from "~/routes/competitors/users";
import * as answers from "~/routes/results/answers";
import * as chain from "~/routes/results/chain";
import * as crosstab from "~/routes/results/crosstab";
import * as evidence from "~/routes/results/insight-evidence";
import * as insights from "~/routes/results/insights";
import * as needs from "~/routes/results/needs";
import * as pmf from "~/routes/results/pmf";
import * as responses from "~/routes/results/responses";
import * as csv from "~/routes/results/responses-csv";
import * as results from "~/routes/results/results";
import * as views from "~/routes/results/views";
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

const asked = (search: string, params: Record<string, string> = {}) =>
  args(owner.request(`/x${search}`), { studyId, ...params });

describe("one filter in the address", () => {
  test("lets the same responses pass on every page, and is carried on", async () => {
    const search = "?role=user&size=50-249&size=250-999";
    const [r, p, c, l] = await Promise.all([
      results.loader(asked(search)),
      pmf.loader(asked(search)),
      chain.loader(asked(search)),
      responses.loader(asked(search)),
    ]);
    const shown = r.data.filter.shown;
    expect(shown).toBeGreaterThan(5);
    expect(shown).toBeLessThan(r.data.filter.total);
    expect([p.data.filter.shown, c.data.chain?.responses, l.data.filter.shown]).toEqual([
      shown,
      shown,
      shown,
    ]);
    expect(r.data.filter.search).toBe(search);
    expect(new Set(l.data.rows.map(({ role }) => role))).toEqual(new Set(["user"]));
    expect(r.data.filter.chips.map(({ key, label }) => [key, label])).toEqual([
      ["role", "User"],
      ["size", "50–249 people"],
      ["size", "250–999 people"],
    ]);
    expect(r.data.filter.chips[0]?.search).toBe("?size=50-249&size=250-999");
    const lines = (await (await csv.loader(asked(search))).text()).trim().split("\r\n");
    expect(lines).toHaveLength(shown + 1);
  });

  test("holds for the answers to one open question; where nobody who passes gave one, there is none", async () => {
    const open = (search: string) => answers.loader(asked(`?question=anchor.problem-text${search}`));
    const [all, users] = [await open(""), await open("&role=user")];
    expect(users.data.answers.total).toBeLessThan(all.data.answers.total);
    expect(new Set(users.data.answers.texts.map(({ role }) => role))).toEqual(new Set(["user"]));
    expect(users.data.filter.chips[0]?.search).toBe("?question=anchor.problem-text");
    expect((await open("&industry=none")).data.answers).toMatchObject({ total: 0, texts: [] });
    expect(await statusOf(() => answers.loader(asked("?question=none")))).toBe(404);
  });

  test("is offered with what occurs and how often; nothing passes when nothing fits", async () => {
    const { data } = await results.loader(asked(""));
    const role = data.filter.groups.find(({ key }) => key === "role")!;
    expect(role.values.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(data.filter.total);
    expect(
      data.filter.groups.find(({ key }) => key === "collector")?.values.map(({ label }) => label),
    ).toContain("Link: User");
    const none = await results.loader(asked("?industry=none"));
    expect(none.data.filter.shown).toBe(0);
    expect(none.data.complete).toBe(data.complete);
    const clean = await results.loader(asked("?quality=unflagged"));
    expect(clean.data.filter.shown).toBeLessThan(data.filter.total);
    expect(clean.data.filter.shown).toBeGreaterThan(data.filter.total / 2);
  });
});

describe("the same filter", () => {
  test("holds for needs, insights and what the answers say of competitors, and is theirs to save", async () => {
    const search = "?size=50-249";
    const pages = async (from: string) => {
      const [r, n, i, a, b, u, c] = await Promise.all([
        results.loader(asked(from)),
        needs.loader(asked(from)),
        insights.loader(asked(from)),
        analysis.loader(asked(from)),
        byRole.loader(asked(from)),
        users.loader(asked(from)),
        claims.loader(asked(from)),
      ]);
      return { shown: r.data.filter.shown, n: n.data, i: i.data, a, b, u, c };
    };
    const [all, some] = [await pages(""), await pages(search)];
    expect(some.shown).toBeLessThan(all.shown);
    for (const page of [some.n, some.i, some.a, some.b, some.u, some.c]) {
      expect(page.filter).toMatchObject({ shown: some.shown, total: all.shown, search });
      expect(page.filter.chips.map(({ label }) => label)).toEqual(["50–249 people"]);
    }
    expect(some.n.filter.shown).toBe(some.shown);
    const deciders = (of: typeof all) => of.n.tree[0]?.deciders.n ?? 0;
    expect(deciders(some)).toBeLessThan(deciders(all));
    const known = (of: typeof all) => of.u.funnels[0]?.asked ?? 0;
    expect(known(some)).toBeLessThan(known(all));
    // Fewer companies say less with certainty, never more.
    expect(some.i.insights.length).toBeLessThan(all.i.insights.length);
    const none = await pages("?region=nowhere");
    expect([none.n.filter.shown, none.n.tree, none.i.insights, none.a.roles]).toEqual([0, [], [], []]);
  });

  test("finds an insight of the filtered responses again, with the responses behind it", async () => {
    const search = "?role=user";
    const { insights: told } = (await insights.loader(asked(search))).data;
    const [first] = told;
    const shown = (await evidence.loader(asked(`${search}&id=${encodeURIComponent(first?.id ?? "")}`))).data;
    expect(shown.insight?.statement).toEqual(first?.statement);
    expect(shown.responses).toHaveLength(first?.responses ?? 0);
    expect(new Set(shown.responses.map(({ role }) => role))).toEqual(new Set(["user"]));
  });
});

describe("a crosstab", () => {
  const crossed = "?row=anchor.importance%23price&column=%7Erole&column=%7Esize";

  test("crosses a question by who people are, corrected for both tables, under the same filter", async () => {
    const loaded = await crosstab.loader(asked(crossed));
    expect(loaded.columns).toEqual(["~role", "~size"]);
    const [first] = loaded.tables;
    expect(first?.table.columns.map(({ text }) => text.en)).toEqual(["Decider", "User", "Requester"]);
    expect(first?.table.test.ok).toBe(true);
    expect(first?.table.adjustedP).toBeLessThan(0.05);
    expect(loaded.filter.search).toBe(crossed);
    const users = await crosstab.loader(asked(`${crossed}&role=user`));
    expect(users.tables[0]?.table.n).toBeLessThan(first!.table.n);
    expect(users.kept).toEqual([["role", "user"]]);
  });

  test("of questions nobody asked is none, which is said, and an empty study says so", async () => {
    expect(await crosstab.loader(asked("?row=x&column=y&column="))).toMatchObject({ tables: [], lost: 2 });
    expect((await crosstab.loader(asked(crossed))).lost).toBe(0);
    expect((await crosstab.loader(asked(`${crossed}&column=gone`))).lost).toBe(1);
    const empty = await crosstab.loader(args(owner.request("/x"), { studyId: emptyId }));
    expect(empty).toMatchObject({ variables: [], filter: { total: 0 } });
  });
});

describe("views", () => {
  const post = (form: Record<string, string>, member = owner) =>
    views.action(args(member.request("/x", form), { studyId }));
  const view = { intent: "save", page: "crosstab", search: "?row=a", name: "Who buys" };

  test("are saved for everybody in the study, lead back, and can be taken away and put back", async () => {
    expect(await post(view)).toMatchObject({ data: { kind: "saved", name: "Who buys" } });
    const { filter } = (await results.loader(asked(""))).data;
    expect(filter.views).toMatchObject([
      { name: "Who buys", to: `/studies/${studyId}/results/crosstab?row=a`, current: false },
    ]);
    const removed = await post({ intent: "remove", viewId: filter.views[0]!.id });
    expect(removed).toMatchObject({
      data: { kind: "removed", undo: { intent: "restore", search: "?row=a" } },
    });
    expect(await statusOf(() => post({ ...view, intent: "restore" }))).toBe(302);
    expect((await pmf.loader(asked(""))).data.filter.views).toHaveLength(1);
  });

  test("a name that is taken leads to the new view, and the old one can be put back", async () => {
    const first = { ...view, name: "Twice" };
    await post(first);
    expect(await post(first)).toMatchObject({ data: { kind: "saved" } });
    const replaced = await post({ ...first, page: "pmf", search: "?role=user" });
    expect(replaced).toMatchObject({
      data: {
        kind: "replaced",
        name: "Twice",
        undo: { intent: "restore", page: "crosstab", search: "?row=a" },
      },
    });
    const leadsTo = async () => {
      const { filter } = (await results.loader(asked(""))).data;
      return filter.views.filter(({ name }) => name === "Twice").map(({ to }) => to);
    };
    expect(await leadsTo()).toEqual([`/studies/${studyId}/pmf?role=user`]);
    await statusOf(() => post({ ...first, intent: "restore" }));
    expect(await leadsTo()).toEqual([`/studies/${studyId}/results/crosstab?row=a`]);
  });

  test("without a name are asked for one; addresses no page wrote, strangers and leadership are refused", async () => {
    expect(await post({ ...view, name: " " })).toMatchObject({
      init: { status: 422 },
      data: { kind: "refused", problem: "missing" },
    });
    expect(await statusOf(() => post({ ...view, page: "settings" }))).toBe(400);
    expect(await statusOf(() => post({ ...view, search: "https://evil.example" }))).toBe(400);
    expect(await statusOf(() => post({ intent: "remove", viewId: "none" }))).toBe(404);
    const stranger = await signedIn(store);
    const viewer = await signedIn(store, { role: "viewer" });
    expect(await statusOf(() => post(view, stranger))).toBe(404);
    expect(await statusOf(() => post(view, viewer))).toBe(403);
  });

  test("lead back to needs and to the pages about competitors, too", async () => {
    for (const [page, to] of [
      ["needs", "needs"],
      ["by-role", "competitors/by-role"],
    ] as const) {
      const form = { intent: "save", page, search: "?role=user", name: `Users ${page}` };
      await views.action(args(owner.request("/x", form), { studyId }));
      const { filter } = (await needs.loader(asked(""))).data;
      expect(filter.views).toContainEqual(
        expect.objectContaining({ name: `Users ${page}`, to: `/studies/${studyId}/${to}?role=user` }),
      );
    }
  });
});
