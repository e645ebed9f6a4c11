/** People known in the companies that answered do not leave the team in an open answer, live or frozen. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertCompany } from "~/data/companies";
import { insertContacts, listNamesInStudy } from "~/data/contacts";
import { listReportShares } from "~/data/report-shares";
import { listReportSnapshots } from "~/data/reports";
import { listCompleteResponses } from "~/data/responses";
import type { ReportDocument } from "~/domain/report/document/report-document";
import * as manage from "~/routes/reports/manage";
import * as shared from "~/routes/share/shared";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { get, run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let where: { workspaceId: string; studyId: string };
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  owner = await signedIn(store);
  const studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
  where = { workspaceId: owner.workspaceId, studyId };
});
afterAll(() => store.close());

const act = (fields: Record<string, string>) =>
  run(manage.action, owner.request("/x", fields), { studyId: where.studyId });

async function linkTo(snapshot: string) {
  const fields = { intent: "share", name: "Team", audience: "product", expiry: "30", password: "", snapshot };
  expect((await act(fields)).status).toBe(200);
  return (await listReportShares(store, where))[0]!.token;
}

async function quotesAt(token: string): Promise<string> {
  const { body } = await run(shared.loader, get(`/share/${token}`), { token });
  const { document } = body as { document: ReportDocument };
  return document.chapters
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "quoted" ? block.quotes.map(({ text }) => text) : []))
    .join("\n");
}

const contact = (companyId: string, name: string) => ({
  ...{ companyId, name, email: "", phone: "", position: "", tags: [], language: null, consentAt: null },
  chainRoles: ["user" as const],
  primaryRole: "user" as const,
});

test("a name learnt later is masked in reports that are out already", async () => {
  await act({ intent: "freeze", snapshotName: "Today" });
  const [snapshot] = await listReportSnapshots(store, where);
  const tokens = [await linkTo(""), await linkTo(snapshot?.id ?? "")];
  const before = await Promise.all(tokens.map(quotesAt));
  const [answered] = (await listCompleteResponses(store, where)).flatMap(({ companyId }) => companyId ?? []);
  const [quoted, other] = before[0]?.match(/\p{Script=Han}{2}/gu) ?? [];
  const latin = before[0]?.match(/\b[A-Z][a-z]{4,}\b/)?.[0] ?? "";
  for (const text of before) for (const name of [quoted, other, latin]) expect(text).toContain(name);

  const { workspaceId } = where;
  const elsewhere = await insertCompany(store, {
    workspaceId,
    company: { name: "Elsewhere", size: null, industry: null, region: null, tags: [] },
    now: Date.now(),
  });
  await insertContacts(store, {
    workspaceId,
    contacts: [
      contact(answered ?? "", quoted ?? ""),
      contact(answered ?? "", `${latin} Zhang`),
      contact(elsewhere ?? "", other ?? ""),
    ],
    now: Date.now(),
  });
  expect(await listNamesInStudy(store, where)).toEqual(expect.arrayContaining([quoted, `${latin} Zhang`]));
  for (const text of await Promise.all(tokens.map(quotesAt))) {
    expect(text).not.toContain(quoted);
    expect(text).not.toMatch(new RegExp(`\\b${latin}\\b`));
    expect(text).toContain("■■■");
    // Who works elsewhere is nobody that these companies would name.
    expect(text).toContain(other);
  }
});
