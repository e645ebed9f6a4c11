/** Pages about people ask the database as often for many people as for few, and hand over a page of them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import * as importOne from "~/routes/companies/import";
import * as imports from "~/routes/companies/imports";
import * as companies from "~/routes/companies/list";
import * as people from "~/routes/companies/people";
import * as board from "~/routes/fieldwork/board";
import * as invitations from "~/routes/fieldwork/invitations";
import * as left from "~/routes/fieldwork/left";
import * as mail from "~/routes/fieldwork/mail";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { fieldStudy } from "../support/fielded";
import { memberOf } from "../support/member-of";
import { peopleCsv, upload } from "../support/people-file";
import { run } from "../support/run-route";
import { openMemoryStore } from "../support/stores";

/** How many statements a store makes while something is done. */
function counting(store: Store) {
  const { session } = store.db as unknown as { session: { prepareQuery: (...given: unknown[]) => unknown } };
  const prepare = session.prepareQuery.bind(session);
  let n = 0;
  session.prepareQuery = (...given) => {
    n++;
    return prepare(...given);
  };
  return async <T>(work: () => Promise<T>): Promise<{ came: T; statements: number }> => {
    n = 0;
    const came = await work();
    return { came, statements: n };
  };
}

let store: Store;
let counted: ReturnType<typeof counting>;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  counted = counting(store);
});
afterAll(() => store.close());

/** A team of its own brings so many companies in, invites everyone and looks at every page. */
async function walk(companiesInFile: number) {
  const { workspaceId, studyId } = await fieldStudy(store);
  const member = await memberOf(store, workspaceId);
  const told: Record<string, number> = {};
  const note = async (name: string, work: () => ReturnType<typeof run>) => {
    const { came, statements } = await counted(work);
    told[name] = statements;
    return came;
  };
  const { headers } = member.request("/x", {});
  headers.delete("Content-Type");
  const body = upload(peopleCsv(companiesInFile));
  const sent = new Request("http://localhost/companies/imports", { method: "POST", headers, body });
  const kept = await note("upload", () => run(imports.action, sent));
  const importId = kept.to!.split("/").at(-1)!;
  const fields = ["company", "name", "email", "phone", "role", "size", "region"];
  const mapping = Object.fromEntries(fields.map((field, column) => [`column-${column}`, field]));
  const confirm = member.request("/x", { intent: "confirm", ...mapping });
  await note("preview", () => run(importOne.loader, member.request("/x"), { importId }));
  await note("confirmation", () => run(importOne.action, confirm, { importId }));
  const everyone = { days: "", tag: "", roles: ["decider", "requester", "user"] };
  await note("inviting", () => run(invitations.action, member.request("/x", everyone), { studyId }));
  // Letters are written in portions, by their nature.
  await run(mail.action, member.request("/x", { intent: "write" }), { studyId });
  const pages = { people, companies, board, invitations, left, mail };
  const shown: Record<string, unknown> = {};
  for (const [name, { loader }] of Object.entries(pages))
    shown[name] = (await note(name, () => run(loader, member.request("/x"), { studyId }))).body;
  return { told, shown };
}

test("twelve times the people make not one statement more, and no longer page", async () => {
  const few = await walk(60);
  const many = await walk(720);
  expect(many.told).toEqual(few.told);
  for (const [page, statements] of Object.entries(few.told)) expect(statements, page).toBeLessThan(25);
  const rows = ({ shown }: typeof few) => ({
    people: (shown.people as { rows: unknown[] }).rows.length,
    companies: (shown.companies as { rows: unknown[] }).rows.length,
    board: (shown.board as { board: { rows: unknown[] } }).board.rows.length,
    invitations: (shown.invitations as { invitations: unknown[] }).invitations.length,
    outbox: (shown.mail as { outbox: unknown[] }).outbox.length,
  });
  expect(rows(many)).toEqual(rows(few));
  expect(rows(few)).toEqual({ people: 50, companies: 50, board: 40, invitations: 40, outbox: 50 });
});
