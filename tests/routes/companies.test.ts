import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listCompanies } from "~/data/companies";
import { listAllContacts, updateContactOptOut } from "~/data/contacts";
import { listImports } from "~/data/imports";
import * as companies from "~/routes/companies/companies";
import * as company from "~/routes/companies/company";
import * as contact from "~/routes/companies/contact";
import * as doubles from "~/routes/companies/doubles";
import * as fileImport from "~/routes/companies/import";
import * as imports from "~/routes/companies/imports";
import * as list from "~/routes/companies/list";
import * as people from "~/routes/companies/people";
import * as csv from "~/routes/companies/people-csv";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { args, statusOf } from "../support/call-route";
import { fieldStudy } from "../support/fielded";
import { memberOf } from "../support/member-of";
import { insertPerson } from "../support/people";
import { peopleCsv, upload } from "../support/people-file";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
beforeEach(async () => {
  owner = await signedIn(store);
});

const here = () => ({ workspaceId: owner.workspaceId });

/** Uploads a file and returns the import it became. */
async function bring(form: FormData): Promise<string> {
  const reply = await imports.action(args(requestWith(form)));
  if (!(reply instanceof Response)) throw new Error(`Refused: ${JSON.stringify(reply)}`);
  return reply.headers.get("Location")!.split("/").at(-1)!;
}
function requestWith(body: FormData) {
  const { headers, url } = owner.request("/companies/imports");
  const kept = new Headers({ Cookie: headers.get("Cookie")!, Origin: new URL(url).origin });
  return new Request(url, { method: "POST", headers: kept, body });
}

const confirm = (importId: string, more: Record<string, string> = {}) => {
  const fields = ["company", "name", "email", "phone", "role", "size", "region"];
  const mapping = Object.fromEntries(fields.map((field, column) => [`column-${column}`, field]));
  const form = { intent: "confirm", role: "", ...mapping, ...more };
  return fileImport.action(args(owner.request("/companies/imports", form), { importId }));
};
const opened = async (importId: string) =>
  fileImport.loader(args(owner.request(`/companies/imports/${importId}`), { importId }));

describe("a file of people", () => {
  test("is looked at, written once, comes in again without doubles, and goes as a whole", async () => {
    const importId = await bring(upload(peopleCsv(4)));
    const { preview } = await opened(importId);
    expect(preview?.counts).toMatchObject({ added: 12, companies: 4, known: 0, refused: 0 });
    expect(await listAllContacts(store, here())).toHaveLength(0);
    await confirm(importId);
    await confirm(importId);
    expect(await listAllContacts(store, here())).toHaveLength(12);
    expect((await opened(importId)).outcome?.counts).toMatchObject({ added: 12 });

    const again = await bring(upload(peopleCsv(5)));
    expect((await opened(again)).preview?.counts).toMatchObject({ added: 3, known: 12, companies: 1 });
    await confirm(again);
    expect(await listAllContacts(store, here())).toHaveLength(15);

    await fileImport.action(args(owner.request("/x", { intent: "undo" }), { importId }));
    expect((await listAllContacts(store, here())).map(({ importId: by }) => by)).toEqual([
      again,
      again,
      again,
    ]);
    expect((await listCompanies(store, { ...here(), limit: 9, offset: 0 })).total).toBe(1);
    expect((await listImports(store, { ...here(), kind: "contacts" }))[1]?.undoneAt).not.toBeNull();
  });

  test("in GBK with a title line and a wrong row is told row by row", async () => {
    // "公司,姓名,角色" and "甲,张,老板" in GBK, then a row with a role nobody knows.
    const gbk = Uint8Array.from(
      "2026\n\xb9\xab\xcb\xbe,\xd0\xd5\xc3\xfb,\xbd\xc7\xc9\xab\n\xbc\xd7,\xd5\xc5,\xc0\xcf\xb0\xe5\n\xbc\xd7,\xc0\xee,???\n",
      (char) => char.charCodeAt(0),
    );
    const { preview } = await opened(await bring(upload(gbk)));
    expect(preview?.people).toMatchObject([{ company: "甲", name: "张", primaryRole: "decider" }]);
    expect(preview?.refused).toEqual([{ row: 3, problem: "role-unknown", field: "role", value: "???" }]);
  });

  test.each([
    ["", "missing.csv", "empty"],
    ["just one line of words", "a.csv", "no-table"],
    ["PK\u0003\u0004 not a workbook", "a.xlsx", "unreadable"],
  ])("%j is refused", async (text, name, problem) => {
    expect(await imports.action(args(requestWith(upload(text, name))))).toMatchObject({
      init: { status: 422 },
      data: { problem },
    });
    const nothing = new FormData();
    expect(await imports.action(args(requestWith(nothing)))).toMatchObject({ data: { problem: "missing" } });
  });

  test("with line ends of several kinds loses no row", async () => {
    const lines = ["公司,姓名,角色", "甲,张,老板", "乙,李,用户", "丙,王,用户", "丁,赵,用户"];
    const mixed = `${lines[0]}\r\n${lines[1]}\r\n${lines[2]}\n${lines[3]}\r${lines[4]}`;
    const { preview } = await opened(await bring(upload(mixed)));
    expect(preview?.people.map(({ company }) => company)).toEqual(["甲", "乙", "丙", "丁"]);
  });

  test("updates those there already where it is ticked, and undoing changes it back", async () => {
    const one = await bring(upload("公司,姓名,邮箱,电话,角色,规模,地区\nAcme,Li Na,,13800138000,user,,\n"));
    await confirm(one);
    const second =
      "公司,姓名,邮箱,电话,角色,规模,地区\nAcme,Li Na,li@a.example,13800138000,decider,120,上海\n";
    const untouched = await bring(upload(second));
    await confirm(untouched);
    const read = async () => ({
      person: (await listAllContacts(store, here()))[0],
      company: (await listCompanies(store, { ...here(), limit: 1, offset: 0 })).rows[0],
    });
    expect(await read()).toMatchObject({
      person: { email: "", chainRoles: ["user"] },
      company: { size: null },
    });
    const two = await bring(upload(second));
    const { preview } = await opened(two);
    expect(preview?.counts).toMatchObject({ added: 0, known: 1, changed: 2 });
    await confirm(two, { update: "on" });
    const changed = { email: "li@a.example", chainRoles: ["decider"], contactKey: "mail:li@a.example" };
    expect(await read()).toMatchObject({ person: changed, company: { size: "50-249", region: "上海" } });
    expect((await opened(two)).outcome?.counts).toMatchObject({ changed: 2 });
    await fileImport.action(args(owner.request("/x", { intent: "undo" }), { importId: two }));
    expect(await read()).toMatchObject({
      person: { email: "", chainRoles: ["user"], phone: "13800138000" },
      company: { size: null, region: null },
    });
  });

  test("names people who stand under another company, and moves them only where that is chosen", async () => {
    const head = "公司,姓名,邮箱,电话,角色,规模,地区\n";
    await confirm(
      await bring(upload(`${head}Yunfan,Li Wei,li@x.example,,user,,\nHemu,Bo,bo@x.example,,user,,\n`)),
    );
    const said = `${head}Hemu,Li Wei,li@x.example,,decider,,\n`;
    const read = async () =>
      (await listAllContacts(store, here())).find(({ email }) => email === "li@x.example")!;
    const before = await read();

    const left = await bring(upload(said));
    const { preview } = await opened(left);
    expect(preview?.counts).toMatchObject({ added: 0, known: 1, changed: 0, moved: 1 });
    expect(preview?.moves).toMatchObject([
      { name: "Li Wei", from: { name: "Yunfan" }, to: { name: "Hemu" }, isNew: false },
    ]);
    await confirm(left, { moves: "leave" });
    expect(await read()).toEqual(before);

    const moved = await bring(upload(said));
    await confirm(moved, { moves: "move" });
    expect((await opened(moved)).outcome?.counts).toMatchObject({ known: 1, moved: 1 });
    expect(await read()).toMatchObject({ id: before.id, companyName: "Hemu", chainRoles: ["decider"] });
    const { id: contactId, companyId: oldId } = before;
    const old = contact.loader(args(owner.request("/x"), { companyId: oldId, contactId }));
    const there = await old.catch((reply: Response) => reply.headers.get("Location"));
    expect(there).toBe(`/companies/${(await read()).companyId}/people/${contactId}`);

    expect((await opened(await bring(upload(said)))).preview?.counts).toMatchObject({ changed: 0, moved: 0 });
    await fileImport.action(args(owner.request("/x", { intent: "undo" }), { importId: moved }));
    expect(await read()).toEqual(before);
  });

  test("needs a column for the company", async () => {
    const importId = await bring(upload(peopleCsv(1)));
    expect(await confirm(importId, { "column-0": "" })).toMatchObject({ data: { problem: "company" } });
    expect(await listAllContacts(store, here())).toHaveLength(0);
  });

  test("belongs to its workspace", async () => {
    const importId = await bring(upload(peopleCsv(1)));
    const other = await signedIn(store);
    const asked = () => fileImport.loader(args(other.request("/x"), { importId }));
    expect(await statusOf(async () => asked())).toBe(404);
  });
});

describe("a company and its people", () => {
  const save = (companyId: string, form: Record<string, string>) =>
    company.action(args(owner.request("/companies/x", form), { companyId }));
  const person = (companyId: string, contactId: string, form: Record<string, string | string[]>) =>
    contact.action(args(owner.request("/companies/x", form), { companyId, contactId }));
  async function made(name = "Acme") {
    const reply = (await save("new", {
      name,
      size: "",
      industry: "制造业",
      region: "",
      tags: "a，b",
    })) as Response;
    return reply.headers.get("Location")!.split("/").at(-1)!;
  }

  test("are entered, changed and found", async () => {
    const companyId = await made();
    expect(await save("new", { name: "ACME Co., Ltd." })).toMatchObject({
      data: { problems: { name: "taken" } },
    });
    expect(await save(companyId, { name: "" })).toMatchObject({ data: { problems: { name: "missing" } } });
    const typed = {
      name: "Ann",
      email: "ann@a.example",
      primaryRole: "decider",
      roles: ["user"],
      consent: "on",
    };
    expect(await statusOf(async () => person(companyId, "new", typed))).toBe(302);
    expect(await person(companyId, "new", typed)).toMatchObject({ data: { problems: { email: "taken" } } });
    expect(await person(companyId, "new", { ...typed, email: "nonsense" })).toMatchObject({
      data: { problems: { email: "malformed" }, typed: { name: "Ann" } },
    });
    const found = await people.loader(args(owner.request("/companies/people?search=ANN&role=user")));
    expect(found.rows).toMatchObject([{ name: "Ann", companyName: "Acme", chainRoles: ["decider", "user"] }]);
    expect(found.rows[0]?.consentAt).not.toBeNull();
    const listed = await list.loader(args(owner.request("/companies?tag=b&industry=manufacturing")));
    expect(listed.rows).toMatchObject([{ name: "Acme", people: 1, tags: ["a", "b"] }]);
    const file = await csv.loader(args(owner.request("/companies/people.csv")));
    expect(await file.text()).toContain("ann@a.example");
  });

  test("a person is made anonymous or deleted, having been told what goes", async () => {
    const companyId = await made();
    await person(companyId, "new", { name: "Bo", phone: "13800138000", primaryRole: "user" });
    const { id: contactId } = (await listAllContacts(store, here()))[0]!;
    const loaded = await contact.loader(args(owner.request("/x"), { companyId, contactId }));
    expect(loaded.known?.traces).toEqual({ complete: 0, partial: 0, invitations: 0, brought: 0 });
    await person(companyId, contactId, { intent: "anonymise" });
    expect((await listAllContacts(store, here()))[0]).toMatchObject({ name: "", phone: "" });
    await person(companyId, contactId, { intent: "delete" });
    expect(await listAllContacts(store, here())).toHaveLength(0);
  });

  test("a pair that looks alike is shown, made one, or said to be two", async () => {
    const post = (form: Record<string, string>) =>
      doubles.action(args(owner.request("/companies/doubles", form)));
    const shown = async (search = "") => doubles.loader(args(owner.request(`/companies/doubles${search}`)));
    const [first, second, third] = [
      await made("星河"),
      await made("北京星河科技有限公司"),
      await made("Other"),
    ];
    const found = (await shown()).companies;
    expect(found.map(({ asked, two }) => [asked, ...two.map(({ id }) => id).sort()])).toEqual([
      [false, ...[first, second].sort()],
    ]);
    expect(await shown(`?company=${third}&name=星河`)).toMatchObject({
      ...{ unknown: null, companies: [{ asked: true, two: [{ id: third }, { id: first }] }, {}] },
    });
    expect((await shown(`?company=${third}&name=Nobody`)).unknown).toBe("Nobody");
    const viewer = await signedIn(store);
    await doubles.action(
      args(viewer.request("/x", { intent: "merge", kind: "company", keep: first, gone: second })),
    );
    expect((await shown()).companies).toHaveLength(1);
    await post({ intent: "distinct", first: second, second: first });
    expect((await shown()).companies).toHaveLength(0);
    const merge = { intent: "merge", kind: "company", keep: first, gone: second };
    expect(await post(merge)).toMatchObject({ data: { done: "merged" } });
    expect(await post(merge)).toMatchObject({ data: { done: "gone" }, init: { status: 409 } });
    expect(await statusOf(async () => save(third, { intent: "delete" }))).toBe(302);
    expect((await listCompanies(store, { ...here(), limit: 9, offset: 0 })).rows).toMatchObject([
      { id: first },
    ]);
  });

  test("are closed to leadership and to other workspaces", async () => {
    const companyId = await made();
    const viewer = await signedIn(store, { role: "viewer" });
    const refused = async (run: () => Promise<unknown>) => expect(await statusOf(run)).toBe(302);
    await refused(async () => companies.loader(args(viewer.request("/companies"))));
    await refused(async () => csv.loader(args(viewer.request("/companies/people.csv"))));
    const other = await signedIn(store);
    expect(await statusOf(async () => company.loader(args(other.request("/x"), { companyId })))).toBe(404);
  });
});

test("a person gets a link of their own where a study is open to their role", async () => {
  const { workspaceId, studyId } = await fieldStudy(store, { questionnaires: { user: null, decider: null } });
  const member = await memberOf(store, workspaceId);
  const { contactId, companyId } = await insertPerson(store, workspaceId, { role: "user" });
  const ask = (form?: Record<string, string>) => args(member.request("/x", form), { companyId, contactId });
  const read = async () => (await contact.loader(ask())).known!.invited;
  const { open, links } = await read();
  expect(links).toEqual([]);
  expect(open).toMatchObject([{ role: "user" }]);
  const make = (questionnaire: string) => contact.action(ask({ intent: "link", questionnaire }));
  await make("unknown");
  await make(open[0]!.questionnaireId);
  await make(open[0]!.questionnaireId);
  const made = await read();
  expect(made.open).toEqual([]);
  expect(made.links).toMatchObject([{ studyId, wave: 1, role: "user", state: "not-sent" }]);
  expect(made.links[0]?.link).toContain("/i/");
  await updateContactOptOut(store, { workspaceId, contactId, optedOutAt: 1 });
  expect((await read()).open).toEqual([]);
});
