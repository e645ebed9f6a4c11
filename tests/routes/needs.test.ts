import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isConfirmed } from "~/domain/growth/opportunity-confirm";
import { numberIn } from "~/domain/report/document/report-document";
import * as listed from "~/routes/growth/opportunities";
import * as coding from "~/routes/results/code-answers";
import * as needs from "~/routes/results/needs";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedFollowedSample } from "~db/seed/follow-up";
import { seedSample } from "~db/seed/sample";
import { loaded } from "../support/loaded";
import { loadedReport } from "../support/loaded-report";
import { memberOf } from "../support/member-of";
import { blockOf } from "../support/report-block";
import { run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

type Visitor = Awaited<ReturnType<typeof signedIn>>;
let store: Store;
let owner: Visitor;
let colleague: Visitor;
let viewer: Visitor;
let stranger: Visitor;
let studyId = "";
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  owner = await signedIn(store);
  colleague = await memberOf(store, owner.workspaceId, { role: "editor", name: "Li Na" });
  viewer = await memberOf(store, owner.workspaceId, { role: "viewer" });
  stranger = await signedIn(store);
  studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
});
afterAll(() => store.close());

const question = "user.cause-text";
const open = (who: Visitor, search = `question=${question}`) =>
  loaded(coding.loader, who.request(`/x?${search}`), { studyId });
const read = (
  who: Visitor,
  response: string,
  fields: Record<string, string | readonly string[]>,
  headers = {},
) => run(coding.action, who.request("/x", { question, response, ...fields }, headers), { studyId });
const tree = () => loaded(needs.loader, owner.request("/x"), { studyId });
const change = (who: Visitor, fields: Record<string, string>) =>
  run(needs.action, who.request("/x", fields), { studyId });

describe("reading answers", () => {
  test("a new theme is made while reading, the next unread answer follows, and the tree page counts it", async () => {
    const first = await open(owner);
    expect(first).toMatchObject({ place: 1, read: 0, themes: [] });
    const id = first.answer!.responseId;
    expect(await read(owner, id, { name: " 手工太多 ", next: first.next! })).toMatchObject({ status: 302 });
    const second = await open(owner);
    expect(second).toMatchObject({ place: 2, read: 1, themes: [{ name: "手工太多" }] });
    expect((await open(owner, `question=${question}&response=${id}`)).chosen).toEqual([second.themes[0]!.id]);
    expect((await tree()).themes).toMatchObject([{ name: "手工太多", answers: 1 }]);
  });

  test("similar answers bring their themes as suggestions; words of each role stand beside", async () => {
    const { answers } = await open(owner);
    expect(answers).toBeGreaterThan(20);
    // The sample repeats its lines, so that an answer like the first one is there.
    const { answer, similar, words } = await open(colleague);
    expect(answer?.text).toBeTruthy();
    expect(similar.length).toBeGreaterThan(0);
    expect(words.byRole.map(({ role }) => role)).toEqual(["user"]);
  });

  test("two who read the same answers have a κ", async () => {
    const { answer, themes } = await open(colleague);
    await read(colleague, answer!.responseId, { theme: themes[0]!.id });
    expect((await tree()).agreement).toMatchObject([{ coders: ["Min Wang", "Li Na"], both: 1 }]);
  });

  test("a taken or too long name is refused and kept, and nothing is saved", async () => {
    const { answer, read: before } = await open(owner);
    for (const [name, problem] of [
      ["手工太多", "taken"],
      ["x".repeat(81), "name"],
    ] as const)
      expect(await read(owner, answer!.responseId, { name })).toMatchObject({
        status: 422,
        body: { problem, typed: name },
      });
    expect((await open(owner)).read).toBe(before);
  });

  test("themes of elsewhere are dropped; an unknown answer or question is not found", async () => {
    const { answer } = await open(owner);
    await read(owner, answer!.responseId, { theme: ["nonsense"] });
    const again = await open(owner, `question=${question}&response=${answer!.responseId}`);
    expect(again.chosen).toEqual([]);
    expect(await read(owner, "nobody", {})).toMatchObject({ status: 404 });
    expect(
      await run(
        coding.action,
        owner.request("/x", { question: "gate.company", response: answer!.responseId }),
        {
          studyId,
        },
      ),
    ).toMatchObject({ status: 404 });
    expect(
      await run(coding.loader, owner.request(`/x?question=${question}&response=nobody`), { studyId }),
    ).toMatchObject({ status: 404 });
  });
});

describe("themes", () => {
  test("are renamed, merged and parted again", async () => {
    const { answer } = await open(owner);
    await read(owner, answer!.responseId, { name: "By hand" });
    const [one, other] = (await tree()).themes;
    expect(await change(owner, { intent: "rename", theme: other!.id, name: one!.name })).toMatchObject({
      status: 422,
      body: { problem: "taken" },
    });
    await change(owner, { intent: "merge", theme: other!.id, into: one!.id });
    const merged = await tree();
    expect(merged.themes).toHaveLength(1);
    expect(merged.merged).toMatchObject([{ into: one!.name }]);
    await change(owner, { intent: "part", theme: other!.id });
    expect((await tree()).themes).toHaveLength(2);
    expect(await change(owner, { intent: "merge", theme: "nothing", into: one!.id })).toMatchObject({
      status: 404,
    });
    expect(await change(owner, { intent: "nonsense", theme: one!.id })).toMatchObject({ status: 400 });
  });

  test("the tree has the planted need with its causes", async () => {
    const { tree: branches } = await tree();
    expect(
      branches
        .slice(0, 2)
        .map(({ need }) => need)
        .sort(),
    ).toEqual(["high-cost", "unclear-results"]);
    expect(branches[0]?.causes.length).toBeGreaterThan(2);
    expect(branches[0]?.causes.flatMap(({ quotes }) => quotes)).not.toEqual([]);
  });
});

describe("who may", () => {
  test("leadership neither reads nor codes; another workspace's study does not exist; foreign sites are refused", async () => {
    expect(await run(needs.loader, viewer.request("/x"), { studyId })).toMatchObject({ status: 302 });
    expect(await run(coding.loader, viewer.request("/x"), { studyId })).toMatchObject({ status: 302 });
    for (const { loader } of [needs, coding])
      expect(await run(loader, stranger.request("/x"), { studyId })).toMatchObject({ status: 404 });
    const { answer } = await open(owner);
    const foreign = { Origin: "https://elsewhere.example" };
    expect(await read(owner, answer!.responseId, {}, foreign)).toMatchObject({ status: 403 });
    expect(
      await run(needs.action, owner.request("/x", { intent: "part", theme: "x" }, foreign), { studyId }),
    ).toMatchObject({ status: 403 });
  });
});

describe("questions about fit", () => {
  test("are read in the same way, and their own themes have the first keys", async () => {
    for (const asked of ["pmf.benefit", "pmf.improve"]) {
      const search = `question=${asked}`;
      const { answer, themes } = await open(owner, search);
      const response = answer?.responseId ?? "";
      await read(owner, response, { question: asked, name: `About ${asked}` });
      expect((await open(owner, search)).themes.map(({ name }) => name)).toEqual([
        `About ${asked}`,
        ...themes.map(({ name }) => name),
      ]);
      const theirs = await open(colleague, `${search}&response=${response}`);
      await read(colleague, response, { question: asked, theme: theirs.themes[0]?.id ?? "" });
    }
    const { agreement, questions } = await tree();
    const coders = ["Min Wang", "Li Na"];
    expect(agreement).toMatchObject([
      { coders, question: null, both: 3 },
      ...["pmf.benefit", "pmf.improve", "user.cause-text"].map((each) => ({
        coders,
        question: each,
        both: 1,
      })),
    ]);
    expect(questions.find(({ question: one }) => one === "pmf.improve")).toMatchObject({ read: 1 });
  });
});

test("the sample as a team has it after two waves: themes, two readers, a change of the score, a need confirmed", async () => {
  const followed = await seedFollowedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
  const page = await loaded(needs.loader, owner.request("/x"), { studyId: followed });
  expect(page.themes.length).toBeGreaterThan(3);
  expect(page.agreement.map(({ coders, question }) => [coders, question])).toEqual([
    [[1, 2], null],
    [[1, 2], "anchor.problem-text"],
    [[1, 2], "user.cause-text"],
  ]);
  for (const { both, kappa } of page.agreement) {
    expect(both).toBeGreaterThanOrEqual(20);
    expect(kappa.ok && kappa.value).toBeGreaterThan(0.4);
    expect(kappa.ok && kappa.value).toBeLessThan(1);
  }
  const { document } = await loadedReport(owner.request("/x"), followed);
  const told = blockOf(document, "quality/coders", "table").rows.map((row) => numberIn(row[3]!));
  expect(told).toEqual(page.agreement.map(({ kappa }) => (kappa.ok ? kappa.value : null)));
  const [first] = blockOf(document, "needs/themes", "table").rows;
  expect(numberIn(first![1]!)).toBe(page.themes[0]?.answers);
  const { chart } = blockOf(document, "pmf/waves", "chart");
  const [early, late] = "categories" in chart ? (chart.series[0]?.values ?? []) : [];
  expect(late).toBeGreaterThan(Number(early));
  const { opportunities } = await loaded(listed.loader, owner.request("/x"), { studyId: followed });
  expect(opportunities.filter(({ standing }) => isConfirmed(standing)).length).toBeGreaterThan(0);
});
