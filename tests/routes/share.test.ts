/** Links to a report: who gets in, what they see, and that nothing else leaves with it. */
import { spawnSync } from "node:child_process";
import { gunzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listReportShares } from "~/data/report-shares";
import { listReportSnapshots } from "~/data/reports";
import { findStudy } from "~/data/studies";
import {
  type Block,
  figuresOf,
  isCounted,
  type ReportDocument,
} from "~/domain/report/document/report-document";
import * as arrange from "~/routes/reports/arrange";
import * as files from "~/routes/reports/file";
import * as frozen from "~/routes/reports/frozen";
import * as manage from "~/routes/reports/manage";
import * as sharedFiles from "~/routes/share/file";
import * as present from "~/routes/share/present";
import * as shared from "~/routes/share/shared";
import { readReportInput } from "~/server/report-input";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { loaded } from "../support/loaded";
import { loadedReport } from "../support/loaded-report";
import { memberOf } from "../support/member-of";
import { cookieOf, get, post, run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

type Visitor = Awaited<ReturnType<typeof signedIn>>;
let store: Store;
let owner: Visitor;
let stranger: Visitor;
let studyId = "";
let where: { workspaceId: string; studyId: string };
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  [owner, stranger] = await Promise.all([signedIn(store), signedIn(store)]);
  studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
  where = { workspaceId: owner.workspaceId, studyId };
});
afterAll(() => store.close());

const act = (fields: Record<string, string>, who = owner) =>
  run(manage.action, who.request("/x", fields), { studyId });

/** A new link; returns its token and id. */
async function share(fields: Record<string, string> = {}) {
  const given = {
    intent: "share",
    name: "Board",
    audience: "leadership",
    expiry: "30",
    snapshot: "",
    password: "",
  };
  const { status } = await act({ ...given, ...fields });
  expect(status).toBe(200);
  const [made] = await listReportShares(store, where);
  return made!;
}
const open = (token: string, cookie = "") =>
  run(shared.loader, get(`/share/${token}`, cookie ? { Cookie: cookie } : {}), { token });

async function documentOf(token: string): Promise<ReportDocument> {
  const { body } = await open(token);
  expect(body?.kind).toBe("open");
  return (body as { document: ReportDocument }).document;
}

describe("who gets in", () => {
  test("whoever has the link; views are counted once a browser", async () => {
    const { token, id } = await share();
    const first = await open(token);
    expect(first).toMatchObject({ status: 200, body: { kind: "open" } });
    await open(token, cookieOf(first));
    await open(token);
    const [counted] = (await listReportShares(store, where)).filter((one) => one.id === id);
    expect(counted?.views).toBe(2);
    expect(counted?.lastViewedAt).toBeGreaterThan(0);
  });

  test("nobody by a link that is closed, ended or made up; all of it can be undone", async () => {
    const { token, id } = await share({ expiry: "7" });
    expect(await open("made-up-token")).toMatchObject({
      status: 404,
      body: { kind: "closed", because: "gone" },
    });
    expect(await act({ intent: "revoke", shareId: id })).toMatchObject({ body: { what: "revoked" } });
    expect(await open(token)).toMatchObject({ status: 410, body: { because: "revoked" } });
    expect((await run(sharedFiles.loader, get("/x"), { token, file: "report.pdf" })).status).toBe(302);
    expect((await run(present.loader, get("/x"), { token })).status).toBe(302);
    await act({ intent: "reopen", shareId: id });
    expect(await open(token)).toMatchObject({ body: { kind: "open" } });
    const { reportShares } = store.tables;
    await store.db.update(reportShares).set({ expiresAt: Date.now() - 1 });
    expect(await open(token)).toMatchObject({ status: 410, body: { because: "expired" } });
    await store.db.update(reportShares).set({ expiresAt: null });
  });

  test("with a password, only who knows it, and guessing is slowed down", async () => {
    const { token } = await share({ password: "three blind mice" });
    const locked = await open(token);
    expect(locked.body).toEqual({ kind: "locked" });
    const tryWith = (password: string) =>
      run(shared.action, post(`/share/${token}`, { password }), { token });
    expect(await tryWith("")).toMatchObject({ status: 422, body: { problem: "missing" } });
    expect(await tryWith("wrong horse")).toMatchObject({ status: 422, body: { problem: "wrong" } });
    const inside = await tryWith("three blind mice");
    expect(inside.status).toBe(302);
    expect(await open(token, cookieOf(inside))).toMatchObject({ body: { kind: "open" } });
    const other = await share({ password: "another secret" });
    expect(await open(other.token, cookieOf(inside))).toMatchObject({ body: { kind: "locked" } });
    for (let n = 0; n < 12; n++) await tryWith("guess number");
    expect(await tryWith("three blind mice")).toMatchObject({ status: 429, body: { problem: "blocked" } });
  });

  test("foreign pages cannot post, strangers cannot manage, leaders cannot share", async () => {
    const { token } = await share();
    const foreign = post(
      `/share/${token}`,
      { author: "Eve", text: "hi" },
      { Origin: "https://evil.example" },
    );
    expect((await run(shared.action, foreign, { token })).status).toBe(403);
    expect((await act({ intent: "freeze", snapshotName: "x" }, stranger)).status).toBe(404);
    const viewer = await memberOf(store, owner.workspaceId, { role: "viewer" });
    expect((await run(manage.action, viewer.request("/x", { intent: "share" }), { studyId })).status).toBe(
      403,
    );
    expect((await run(files.loader, viewer.request("/x"), { studyId, file: "report.sav" })).status).toBe(403);
  });

  test("what is typed wrongly is said at its field", async () => {
    const refused = await act({
      intent: "share",
      name: " ",
      audience: "all",
      expiry: "3",
      password: "short",
      snapshot: "",
    });
    expect(refused).toMatchObject({
      status: 422,
      body: {
        share: { name: "nameMissing", audience: "choice", expiry: "choice", password: "passwordShort" },
      },
    });
    expect(JSON.stringify(refused.body)).not.toContain('"short"');
    expect(await act({ intent: "freeze", snapshotName: "" })).toMatchObject({
      status: 422,
      body: { snapshot: "nameMissing" },
    });
    const gone = {
      intent: "share",
      name: "x",
      audience: "product",
      expiry: "7",
      password: "",
      snapshot: "no-such",
    };
    expect(await act(gone)).toMatchObject({ status: 422, body: { share: { snapshot: "snapshotGone" } } });
  });
});

/** Every text in a zip file and in the zip files inside it, as a slide's charts have them. */
function textsInZip(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) =>
      name.endsWith(".xlsx") && part.length > 0
        ? textsInZip(part)
        : new TextDecoder().decode(part).replaceAll("&amp;", "&").replaceAll("&apos;", "'"),
    )
    .join("\n");
}

/** What poppler reads of a PDF, without the spaces of its typesetting; nothing where poppler is missing. */
function textInPdf(bytes: Uint8Array): string {
  const made = spawnSync("pdftotext", ["-", "-"], { input: bytes, maxBuffer: 64 * 1024 * 1024 });
  if (made.error) return "";
  expect(made.status).toBe(0);
  expect(made.stdout.length).toBeGreaterThan(1000);
  return made.stdout.toString().replace(/\s+/g, "");
}

/** Everything that readers could find in a payload: texts and numbers at any depth. */
const payload = async (token: string) => JSON.stringify((await open(token)).body);

describe("what leaves with a link", () => {
  const openTexts = async () => {
    const study = await findStudy(store, where);
    const { evidence } = await readReportInput(store, study!);
    const texts = new Set<string>();
    const companies = new Set<string>();
    const ids = new Set<string>();
    for (const one of evidence) {
      ids.add(one.id);
      if (one.companyId) ids.add(one.companyId);
      if (one.companyName) companies.add(one.companyName);
      for (const [name, answer] of Object.entries(one.answers)) {
        const item = one.compiled.pages.flatMap(({ items }) => items).find((each) => each.name === name);
        if (item?.kind === "comment" && typeof answer === "string" && answer.length > 4)
          texts.add(answer.trim());
      }
    }
    return { texts, companies, ids };
  };

  test("leadership gets no open answer, nobody a company, an id or a way into the study", async () => {
    const { texts, companies, ids } = await openTexts();
    const [leadership, product] = [await share(), await share({ audience: "product" })];
    const [forLeaders, forProduct] = [await payload(leadership.token), await payload(product.token)];
    const holds = (text: string, part: string) => text.includes(JSON.stringify(part).slice(1, -1));
    expect([...texts].filter((text) => holds(forLeaders, text))).toEqual([]);
    expect([...texts].filter((text) => holds(forProduct, text)).length).toBeGreaterThan(3);
    for (const all of [forLeaders, forProduct]) {
      expect([...companies].filter((name) => holds(all, name))).toEqual([]);
      expect([...ids].filter((id) => all.includes(id))).toEqual([]);
      expect(all).not.toContain(studyId);
      expect(all).not.toContain(owner.workspaceId);
      expect(all).not.toMatch(/"people":\{"n":[1-4][,}]/);
      expect(all).not.toContain('"behind"');
    }
  });

  test("no figure and no cell tells of fewer than five people", async () => {
    const { token } = await share();
    const document = await documentOf(token);
    const figures = [...figuresOf(document).values()];
    expect(figures.length).toBeGreaterThan(5);
    for (const { value, people } of figures) {
      if (value === null || !people) continue;
      expect(people.n).toBeGreaterThanOrEqual(5);
      if (people.k === undefined || people.k === 0) continue;
      expect(people.k).toBeGreaterThanOrEqual(5);
      if (people.n > people.k) expect(people.n - people.k).toBeGreaterThanOrEqual(5);
    }
    const blocks: Block[] = document.chapters.flatMap((chapter) => [...chapter.blocks]);
    expect(blocks.some(({ team }) => team)).toBe(false);
    for (const block of blocks)
      if (block.kind === "table") expect(block.rows.flat().some((cell) => isCounted(cell))).toBe(false);
    // One decider of sixteen would be very disappointed: below, and no more is said.
    expect(figures.find(({ key }) => key === "pmf/decider/score")).toMatchObject({
      value: null,
      reason: "hidden",
    });
  });

  test("the files hold what the page holds, and no raw data", async () => {
    const { token } = await share();
    for (const file of ["report.xlsx", "report.csv", "report.json", "report.sav", "../../etc/passwd"])
      expect((await run(sharedFiles.loader, get("/x"), { token, file })).status).toBe(404);
    const file = await sharedFiles.loader({
      request: get("/x"),
      params: { token, file: "report.pptx" },
      context: {},
    });
    expect(file.headers.get("Content-Type")).toContain("presentation");
    expect(file.headers.get("X-Robots-Tag")).toContain("noindex");
    const told = textsInZip(new Uint8Array(await file.arrayBuffer()));
    expect(told).toContain("decision-chain report");
    const { texts, companies, ids } = await openTexts();
    for (const secret of [...texts, ...companies, ...ids]) expect(told).not.toContain(secret);
  });

  test("addresses, numbers and companies that people wrote are in no page and no file", async () => {
    const written = "Ask cyt@qzxw.example or 139 0000 1234, of 渠州实业 (No. 7)";
    const secrets = ["cyt@", "qzxw", "1390000", "139 0000", "渠州"];
    const { companies, responses } = store.tables;
    const [company] = await store.db
      .select()
      .from(companies)
      .where(eq(companies.workspaceId, where.workspaceId));
    await store.db.update(companies).set({ name: "渠州实业" }).where(eq(companies.id, company!.id));
    const study = (await findStudy(store, where))!;
    const { evidence } = await readReportInput(store, study);
    for (const { id, answers, compiled } of evidence) {
      const open = compiled.pages
        .flatMap(({ items }) => items)
        .filter(({ kind, name }) => kind === "comment" && answers[name]);
      const said = Object.fromEntries(open.map(({ name }) => [name, written]));
      await store.db
        .update(responses)
        .set({ answers: { ...answers, ...said }, updatedAt: Date.now() + 1 })
        .where(eq(responses.id, id));
    }
    for (const audience of ["leadership", "product"]) {
      const { token } = await share({ audience });
      const page = await payload(token);
      expect(page.includes("(No. 7)")).toBe(audience === "product");
      const fileOf = async (kind: string) => {
        const request = get("/x");
        const given = await sharedFiles.loader({
          request,
          params: { token, file: `report.${kind}` },
          context: {},
        });
        return new Uint8Array(await given.arrayBuffer());
      };
      const told = [page, textsInZip(await fileOf("pptx")), textInPdf(await fileOf("pdf"))];
      for (const secret of secrets) for (const text of told) expect(text).not.toContain(secret);
    }
  });

  test("what the author hides is in no payload", async () => {
    const { token } = await share();
    const before = await documentOf(token);
    const keys = before.chapters.map(({ key }) => key);
    expect(keys).toContain("price");
    const fields: Record<string, string | readonly string[]> = {
      intent: "save",
      revision: "0",
      order: keys,
      block: ["pmf/lamps", "pmf/scores"],
      "part.pmf/scores": "on",
      "comment.executive": "Read this first.",
    };
    for (const key of keys) if (key !== "price") fields[`show.${key}`] = "on";
    expect((await run(arrange.action, owner.request("/x", fields), { studyId })).status).toBe(302);
    const after = await payload(token);
    expect(after).not.toContain('"price/');
    expect(after).not.toContain('"pmf/lamps"');
    expect(after).toContain('"pmf/scores"');
    expect(after).toContain("Read this first.");
    // Saved on the revision before: nothing is overwritten.
    expect((await run(arrange.action, owner.request("/x", fields), { studyId })).status).toBe(409);
    const back = {
      ...fields,
      revision: "1",
      "show.price": "on",
      "part.pmf/lamps": "on",
      "comment.executive": "",
    };
    expect((await run(arrange.action, owner.request("/x", back), { studyId })).status).toBe(302);
    expect((await documentOf(token)).chapters.map(({ key }) => key)).toEqual(keys);
  });
});

describe("a frozen report", () => {
  test("stays as it was when answers change, and can be computed again from its bundle", async () => {
    expect(await act({ intent: "freeze", snapshotName: "November" })).toMatchObject({
      body: { what: "frozen" },
    });
    const [snapshot] = await listReportSnapshots(store, where);
    const snapshotId = snapshot!.id;
    const link = await share({ snapshot: snapshotId });
    const read = async () =>
      (await loaded(frozen.loader, owner.request("/x"), { studyId, snapshotId })).document;
    const [kept, keptLink] = [await read(), await documentOf(link.token)];
    const live = (await loadedReport(owner.request("/x"), studyId)).document;
    expect(kept.chapters).toEqual(live.chapters);
    const { responses } = store.tables;
    await store.db.update(responses).set({ review: "excluded", reviewedAt: Date.now() });
    expect(await read()).toEqual(kept);
    expect(await documentOf(link.token)).toEqual(keptLink);
    expect((await loadedReport(owner.request("/x"), studyId)).document.responses).toBe(0);
    await store.db.update(responses).set({ review: null, reviewedAt: null });
    const { reportSnapshots } = store.tables;
    const [row] = await store.db.select().from(reportSnapshots);
    const bundle = JSON.parse(gunzipSync(Buffer.from(row!.bundle, "base64")).toString());
    expect(bundle.input.responses).toHaveLength(kept.responses);
    await act({ intent: "remove-snapshot", snapshotId });
    expect((await run(frozen.loader, owner.request("/x"), { studyId, snapshotId })).status).toBe(404);
    expect(await open(link.token)).toMatchObject({ status: 404 });
    await act({ intent: "restore-snapshot", snapshotId });
    expect(await read()).toEqual(kept);
  });
});
