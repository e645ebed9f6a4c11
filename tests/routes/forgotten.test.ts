/** Who asks to be forgotten is in no frozen report any more: no word, no id; the figures stay and are verified. */
import { eq, inArray, isNotNull } from "drizzle-orm";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listEvidence } from "~/data/evidence";
import { listReportShares } from "~/data/report-shares";
import { listReportSnapshots } from "~/data/reports";
import { itemsOf } from "~/domain/questionnaire/by-measure";
import { type ReportBundle, verifyBundle } from "~/domain/report/document/bundle";
import { type Block, figuresOf, type ReportDocument } from "~/domain/report/document/report-document";
import { mask } from "~/domain/report/document/suppress";
import * as company from "~/routes/companies/company";
import * as contact from "~/routes/companies/contact";
import * as files from "~/routes/reports/file";
import * as frozen from "~/routes/reports/frozen";
import * as manage from "~/routes/reports/manage";
import * as shared from "~/routes/share/shared";
import { unpackBundle } from "~/server/forget-person";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { loaded } from "../support/loaded";
import { get, run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

const secret = "我们在苏州的仓库里用了三年，张老板的微信是 suzhou-zhang";
let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let studyId = "";
let snapshotId = "";
let token = "";
type Person = { contactId: string; companyId: string; responseId: string };
let person: Person;
let another: Person;

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  owner = await signedIn(store);
  studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
  const { responses, contacts } = store.tables;
  const evidence = await listEvidence(store, { workspaceId: owner.workspaceId, studyId });
  const named = evidence.filter(({ companyId, role }) => companyId !== null && role === "user");
  const [one, other] = await Promise.all(
    named.slice(0, 2).map(async ({ id, companyId }, at): Promise<Person> => {
      const contactId = `person-${at}`;
      await store.db.insert(contacts).values({
        ...{ id: contactId, workspaceId: owner.workspaceId, companyId: companyId!, contactKey: contactId },
        ...{ name: `Person ${at}`, chainRoles: ["user"], primaryRole: "user", createdAt: 0 },
      });
      await store.db.update(responses).set({ contactId }).where(eq(responses.id, id));
      return { contactId, companyId: companyId!, responseId: id };
    }),
  );
  // Outside only whole groups of five are read: none is left over.
  const users = evidence.filter(({ role }) => role === "user").map(({ id }) => id);
  const spare = users.filter((id) => id !== one!.responseId && id !== other!.responseId);
  await store.db.delete(responses).where(inArray(responses.id, spare.slice(0, users.length % 5)));
  person = one!;
  another = other!;
  const texts = itemsOf(named[0]!.compiled).filter(
    ({ kind, measure }) => measure && kind === "comment" && measure !== "gate.company",
  );
  const said = Object.fromEntries(texts.map(({ name }) => [name, secret]));
  // The newest answer is quoted first.
  await store.db
    .update(responses)
    .set({ answers: { ...named[0]!.answers, ...said }, completedAt: Date.now() - 1 })
    .where(eq(responses.id, person.responseId));
  await act({ intent: "freeze", snapshotName: "November" });
  const where = { workspaceId: owner.workspaceId, studyId };
  snapshotId = (await listReportSnapshots(store, where))[0]!.id;
  await act({
    ...{ intent: "share", name: "Product", audience: "product", expiry: "30" },
    ...{ snapshot: snapshotId, password: "" },
  });
  token = (await listReportShares(store, where))[0]!.token;
});
afterAll(() => store.close());

const act = (fields: Record<string, string>) => run(manage.action, owner.request("/x", fields), { studyId });
const shown = async () =>
  (await loaded(frozen.loader, owner.request("/x"), { studyId, snapshotId })).document as ReportDocument;
const sharedPage = async () => JSON.stringify((await run(shared.loader, get("/x"), { token })).body);
async function fileOf(kind: string): Promise<Uint8Array> {
  const request = owner.request("/x");
  const file = await files.loader({
    ...{ request, context: {} },
    params: { studyId, snapshotId, file: `report.${kind}` },
  });
  return new Uint8Array(await file.arrayBuffer());
}
const bundleOf = async () => {
  const [row] = await store.db.select().from(store.tables.reportSnapshots);
  return unpackBundle(row!.bundle);
};
/** Everything but words: what must not change. */
const plain = ({ chapters }: ReportDocument) =>
  chapters.map(({ key, blocks }) => [
    key,
    blocks.filter(({ open, kind }: Block) => !open && kind !== "quoted"),
  ]);
const forget = (intent: "delete" | "anonymise", { contactId, companyId } = person) =>
  run(contact.action, owner.request("/x", { intent }), { companyId, contactId });

describe("a frozen report", () => {
  test("comes as every file, with the answers it was computed from", async () => {
    const text = new TextDecoder();
    const csv = text.decode(await fileOf("csv"));
    const { responses } = await shown();
    expect(csv.trim().split(/\r\n(?=")/)).toHaveLength(responses + 1);
    expect(csv).toContain(secret);
    expect(text.decode(await fileOf("sav")).slice(0, 4)).toBe("$FL2");
    const sheets = unzipSync(await fileOf("xlsx"));
    expect(Object.values(sheets).some((part) => text.decode(part).includes(person.responseId))).toBe(true);
    await store.db.update(store.tables.responses).set({ review: "excluded", reviewedAt: Date.now() });
    expect(text.decode(await fileOf("csv"))).toBe(csv);
    await store.db.update(store.tables.responses).set({ review: null, reviewedAt: null });
  });

  test("before: the words are quoted to the team and to the product's readers", async () => {
    expect(JSON.stringify(await shown())).toContain(secret);
    expect(await sharedPage()).toContain(secret);
    expect(JSON.stringify(await bundleOf())).toContain(person.responseId);
  });

  test.each(["anonymise", "delete"] as const)(
    "%s: no word and no id is left, every figure is",
    async (intent) => {
      const who = intent === "anonymise" ? person : another;
      const [before, count] = [await shown(), intent === "anonymise" ? 1 : 2];
      expect([200, 302]).toContain((await forget(intent, who)).status);
      const [after, bundle] = [await shown(), await bundleOf()];
      expect(after.forgotten).toBe(count);
      expect(plain(after)).toEqual(plain(before));
      expect(figuresOf(after)).toEqual(figuresOf(before));
      const held = JSON.stringify([after, bundle]) + (await sharedPage());
      for (const gone of [secret, who.responseId, who.contactId]) expect(held).not.toContain(gone);
      expect(JSON.stringify(after)).toContain(mask);
      expect(bundle.input.responses).toHaveLength(before.responses);
      expect(verifyBundle(bundle)).toMatchObject({ misses: [], forgotten: count });
      for (const kind of ["csv", "json", "sav"]) {
        const text = new TextDecoder().decode(await fileOf(kind));
        for (const gone of [secret, who.responseId]) expect(text).not.toContain(gone);
      }
      // A changed figure is still found.
      const [figure] = bundle.figures;
      const changed: ReportBundle = {
        ...bundle,
        figures: [{ ...figure!, value: 0.123 }, ...bundle.figures.slice(1)],
      };
      expect(verifyBundle(changed)?.misses).toHaveLength(1);
    },
  );

  test("a company that is deleted takes its people's words along", async () => {
    const before = await shown();
    const { responses } = store.tables;
    const others = await store.db.select().from(responses).where(eq(responses.companyId, person.companyId));
    expect(others.length).toBeGreaterThan(1);
    await run(company.action, owner.request("/x", { intent: "delete" }), { companyId: person.companyId });
    const [after, bundle] = [await shown(), await bundleOf()];
    expect(plain(after)).toEqual(plain(before));
    expect(after.forgotten).toBeGreaterThan(before.forgotten!);
    const held = JSON.stringify(bundle);
    for (const { id } of others) expect(held).not.toContain(id);
    expect(verifyBundle(bundle)?.misses).toEqual([]);
  });

  test("a report of other people is left as it is", async () => {
    const { contacts, reportSnapshots, responses } = store.tables;
    const [left] = await store.db.select().from(responses).where(isNotNull(responses.companyId)).limit(1);
    const nobody = { contactId: "nobody", companyId: left!.companyId!, responseId: "" };
    await store.db.insert(contacts).values({
      ...{ id: "nobody", workspaceId: owner.workspaceId, companyId: nobody.companyId, contactKey: "nobody" },
      ...{ name: "Nobody", chainRoles: ["user"], primaryRole: "user", createdAt: 0 },
    });
    const [before] = await store.db.select().from(reportSnapshots);
    expect((await forget("anonymise", nobody)).status).toBe(200);
    const [after] = await store.db.select().from(reportSnapshots);
    expect(after).toEqual(before);
  });
});
