import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTable, guessMapping, mappingFrom } from "~/domain/fieldwork/contact-columns";
import { contactKey, phoneKey } from "~/domain/fieldwork/contact-key";
import { industryIn, languageIn, rolesIn, sizeIn, tagsIn } from "~/domain/fieldwork/contact-words";
import { contactsCsv } from "~/domain/fieldwork/contacts-csv";
import { decodeText } from "~/domain/fieldwork/decode-text";
import { differenceOf, takenBack } from "~/domain/fieldwork/import-changes";
import { planContacts } from "~/domain/fieldwork/plan-contacts";

const utf16 = (text: string, bigEndian = false) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian);
  return bytes;
};

describe("the text of a file", () => {
  const text = "公司,姓名\r\n甲乙,张伟\r\n";
  const gbk = [0xb9, 0xab, 0xcb, 0xbe, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb];
  test.each([
    ["utf-8", new TextEncoder().encode(text), text],
    ["utf-8", new TextEncoder().encode(`\uFEFF${text}`), text],
    ["utf-16le", utf16(`\uFEFF${text}`), text],
    ["utf-16be", utf16(`\uFEFF${text}`, true), text],
    ["utf-16le", utf16(text), text],
    ["utf-16be", utf16(text, true), text],
    ["gb18030", new Uint8Array(gbk), "公司,姓名"],
  ])("is found in %s", (encoding, bytes, expected) => {
    expect(decodeText(bytes)).toEqual({ encoding, text: expected });
  });
  test("every text in UTF-8 comes back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (given) => {
        fc.pre(!given.includes("\u0000") && !given.startsWith("\uFEFF"));
        expect(decodeText(new TextEncoder().encode(given)).text).toBe(given);
      }),
    );
  });
});

describe("headings", () => {
  test("are found under a title line, and guessed in either language", () => {
    const table = findTable([
      ["2026 展会名单", "", ""],
      ["", "", ""],
      ["公司名称", "公司规模", "联系人", "电子邮箱", "手机号", "决策角色", "所在城市", ""],
      ["甲乙有限公司", "120", "张伟", "z@x.example", "", "老板", "上海"],
      ["", "", ""],
    ]);
    expect(table).toHaveLength(2);
    const named = guessMapping(table![0]!).map(({ column, field }) => [table![0]![column], field]);
    expect(Object.fromEntries(named)).toEqual({
      ...{ 公司名称: "company", 公司规模: "size", 联系人: "name", 电子邮箱: "email", 手机号: "phone" },
      ...{ 决策角色: "role", 所在城市: "region" },
    });
    const english = ["Account name", "Full name", "Job title", "E-mail", "Employees"];
    expect(guessMapping(english).map(({ column, field }) => [english[column], field])).toEqual(
      expect.arrayContaining([
        ["Account name", "company"],
        ["Full name", "name"],
        ["Job title", "position"],
        ["E-mail", "email"],
        ["Employees", "size"],
      ]),
    );
  });
  test("a posted mapping keeps known fields, each once", () => {
    const posted: Record<string, string> = { "column-0": "name", "column-1": "name", "column-2": "odd" };
    expect(mappingFrom(3, (name) => posted[name])).toEqual([{ column: 0, field: "name" }]);
  });
});

describe("words of a cell", () => {
  test.each([
    ["决策者", ["decider"]],
    ["老板/使用者", ["decider", "user"]],
    ["User, IT", ["user", "it-security"]],
    ["decider", ["decider"]],
    ["", []],
    ["魔法师", null],
  ])("roles of %s", (cell, roles) => expect(rolesIn(cell)).toEqual(roles));
  test.each([
    ["50–249 人", "50-249"],
    ["约 1,200 人", "1000+"],
    ["1", "1"],
    ["49", "10-49"],
    ["很多", null],
    ["", null],
  ])("size of %s", (cell, size) => expect(sizeIn(cell)).toBe(size));
  test("industry, language, tags", () => {
    expect(industryIn("制造业")).toBe("manufacturing");
    expect(industryIn("太空旅行")).toBe("太空旅行");
    expect(languageIn("中文")).toBe("zh-CN");
    expect(languageIn("EN")).toBe("en");
    expect(languageIn("français")).toBeUndefined();
    expect(tagsIn("展会，老客户、展会")).toEqual(["展会", "老客户"]);
  });
});

describe("who meets whom", () => {
  const person = { companyId: "c", name: "Li Na", email: "", phone: "", fallback: "f" };
  test("by address, else number with name, else name in the company", () => {
    expect(contactKey({ ...person, email: " A@X.example " })).toBe("mail:a@x.example");
    expect(phoneKey("+86 138-0013-8000")).toBe(phoneKey("138 0013 8000"));
    expect(contactKey({ ...person, phone: "021-5555 1234" })).not.toBe(
      contactKey({ ...person, phone: "021-5555 1234", name: "Wang" }),
    );
    expect(contactKey(person)).not.toBe(contactKey({ ...person, companyId: "d" }));
    expect(contactKey({ ...person, name: "" })).toBe("id:f");
  });
});

const header = ["公司", "姓名", "邮箱", "电话", "角色"];
const plan = (rows: string[][], more: Partial<Parameters<typeof planContacts>[0]> = {}) =>
  planContacts({
    rows: [header, ...rows],
    mapping: guessMapping(header),
    defaultRole: null,
    known: [],
    now: Date.UTC(2026, 10, 1),
    ...more,
  });

describe("a file of people", () => {
  test("every row is added, known or refused with its number and reason", () => {
    const planned = plan(
      [
        ["甲乙有限公司", "张伟", "ZHANG@x.example", "", "老板"],
        ["甲乙", "张 伟", "", "138 0013 8000", "老板"],
        ["", "无名", "a@b.example", "", "老板"],
        ["丙", "", "", "", "老板"],
        ["丙", "李", "not an address", "", "老板"],
        ["丙", "李", "", "", "魔法师"],
        ["丙", "李", "", "", ""],
        ["丁", "王", "wang@d.example", "", "用户"],
      ],
      { known: [{ companyNameKey: "丁", name: "王", email: "wang@d.example", phone: "" }] },
    );
    expect(planned.people.map(({ row, email }) => [row, email])).toEqual([[2, "zhang@x.example"]]);
    expect(planned.known.map(({ row, where }) => [row, where])).toEqual([
      [3, "in-file"],
      [9, "here"],
    ]);
    expect(planned.refused.map(({ row, problem }) => [row, problem])).toEqual([
      [4, "company-missing"],
      [5, "person-missing"],
      [6, "email-malformed"],
      [7, "role-unknown"],
      [8, "role-missing"],
    ]);
    expect(planned.companies).toMatchObject([{ name: "甲乙有限公司", nameKey: "甲乙" }]);
  });

  test("namesakes with different addresses are two people; a default role fills gaps", () => {
    const rows = [
      ["A", "Li", "li1@a.example", "", ""],
      ["A", "Li", "li2@a.example", "", ""],
    ];
    const planned = plan(rows, { defaultRole: "user" });
    expect(planned.people.map(({ chainRoles }) => chainRoles)).toEqual([["user"], ["user"]]);
  });

  test("no row is lost, and what was added is known the next time", () => {
    const cell = fc.constantFrom(
      "",
      "A",
      "B",
      "a@x.example",
      "b@x.example",
      "13800138000",
      "老板",
      "用户",
      "??",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell, cell), { maxLength: 30 }), (rows) => {
        const first = plan(rows, { defaultRole: "user" });
        const filled = rows.filter((row) => row.some((value) => value !== ""));
        expect(first.people.length + first.known.length + first.refused.length).toBe(filled.length);
        const keyOf = new Map(first.companies.map(({ name, nameKey }) => [name, nameKey]));
        const known = first.people.map(({ company, name, email, phone }) => ({
          ...{ companyNameKey: keyOf.get(company) ?? company.toLowerCase(), name, email, phone },
        }));
        expect(plan(rows, { defaultRole: "user", known }).people).toEqual([]);
      }),
    );
  });

  test("an export comes in again without doubles", () => {
    const people = [
      {
        ...{ companyName: "甲乙", size: "50-249", industry: "retail", region: "上海", name: "=张伟" },
        ...{ email: "z@x.example", phone: "+86 13800138000", position: "CEO", tags: ["展会", "VIP"] },
        ...{ chainRoles: ["decider", "user"] as const, language: "zh-CN" as const },
        ...{ consentAt: Date.UTC(2026, 9, 1), optedOutAt: null },
      },
    ];
    const csv = contactsCsv(people);
    expect(csv).toContain(`"'=张伟"`);
    const rows = csv
      .replace("\uFEFF", "")
      .trim()
      .split("\r\n")
      .map((line) => line.split(",").map((value) => value.replace(/^"|"$/g, "")));
    const planned = planContacts({
      rows,
      mapping: guessMapping(rows[0]!),
      defaultRole: null,
      known: [],
      now: Date.UTC(2026, 10, 1),
    });
    expect(planned.people[0]).toMatchObject({ chainRoles: ["decider", "user"], tags: ["展会", "VIP"] });
    expect(planned.people[0]).toMatchObject({ consentAt: Date.UTC(2026, 9, 1), optedOutAt: null });
    expect(planned.companies[0]).toMatchObject({ size: "50-249", industry: "retail", region: "上海" });
  });
});

describe("what a file says anew about those there already", () => {
  const now = Date.UTC(2026, 10, 1);
  const entry = {
    ...{ id: "p", position: "", chainRoles: ["user" as const], primaryRole: "user" as const, language: null },
    ...{ tags: ["a"], consentAt: null, optedOutAt: 5 },
    ...{ name: "Li Na", email: "", phone: "138 0013 8000" },
  };
  const known = [{ companyNameKey: "acme", ...entry, entry }];
  const knownCompanies = [
    { id: "c", name: "Acme", nameKey: "acme", size: "50-249", industry: null, region: "上海" },
  ];
  const header = ["公司", "姓名", "邮箱", "电话", "职位", "标签", "规模", "行业", "同意", "退订"];
  const said = (...rows: string[][]) =>
    plan([], { rows: [header, ...rows], mapping: guessMapping(header), known, knownCompanies, now });

  test("is told with what was, and what is empty or the same changes nothing", () => {
    const full = ["Acme", "Li Na", "li@a.example", "13800138000", "CTO", "b", "50-249", "制造业", "是", "是"];
    expect(said(full).changes).toEqual([
      {
        kind: "company",
        id: "c",
        row: 2,
        name: "Acme",
        before: { industry: null },
        after: { industry: "manufacturing" },
      },
      {
        ...{ kind: "person", id: "p", row: 2, name: "Li Na" },
        before: { email: "", position: "", tags: ["a"], consentAt: null },
        after: { email: "li@a.example", position: "CTO", tags: ["a", "b"], consentAt: now },
      },
    ]);
    expect(said(["Acme", "Li Na", "", "", "", "a", "", "", "", "否"]).changes).toEqual([]);
  });

  test("of two rows on one entry the first word stands", () => {
    const rows = [
      ["Acme", "Li Na", "", "", "CTO", "", "", "", "", ""],
      ["Acme", "Li Na", "", "", "CEO", "", "", "", "2026-10-01", ""],
    ];
    expect(said(...rows).changes).toMatchObject([
      {
        after: { position: "CTO", consentAt: Date.UTC(2026, 9, 1) },
        before: { position: "", consentAt: null },
      },
    ]);
  });

  test("a day to come or a word that is no day refuses the row", () => {
    for (const cell of ["2027-01-01", "maybe"])
      expect(said(["Acme", "Bo", "", "", "", "", "", "", cell, ""]).refused).toMatchObject([
        { problem: "date-unknown", field: "consent", value: cell },
      ]);
  });

  test("is taken back only where nobody has changed it since", () => {
    const value = fc.constantFrom<unknown>("a", "b", null, ["x"], 1);
    const fields = fc.dictionary(fc.constantFrom("name", "tags", "region"), value);
    fc.assert(
      fc.property(fields, fields, fields, (before, told, later) => {
        const found = differenceOf(before, told);
        const after = { ...before, ...found?.after };
        const change = { kind: "person" as const, id: "p", before: {}, after: {}, ...found };
        const plain = (one: object) =>
          Object.fromEntries(Object.entries(one).filter(([, is]) => is !== null));
        expect(plain({ ...after, ...takenBack(change, after) })).toEqual(plain(before));
        const touched = { ...after, ...later };
        for (const name of Object.keys(takenBack(change, touched)))
          expect(touched[name]).toEqual(after[name]);
      }),
    );
  });

  test("a company's other name leads to its people", () => {
    const names = new Map([["acmeeast", "acme"]]);
    const rows = [header, ["Acme East", "Li Na", "", "", "", "", "", "", "", ""]];
    const planned = plan([], { rows, mapping: guessMapping(header), known, names });
    expect(planned.known).toMatchObject([{ name: "Li Na", where: "here" }]);
  });
});

describe("people who stand under another company in the file", () => {
  const entry = {
    ...{ id: "p", position: "Buyer", chainRoles: ["user" as const], primaryRole: "user" as const },
    ...{ language: null, tags: [], consentAt: null, optedOutAt: null },
    ...{ name: "Li Wei", email: "li@x.example", phone: "13800138000" },
  };
  const company = { size: null, industry: null, region: null };
  const yunfan = { id: "y", name: "Yunfan", nameKey: "yunfan", ...company };
  const hemu = { id: "h", name: "Hemu", nameKey: "hemu", ...company };
  const header = ["公司", "姓名", "邮箱", "电话", "职位", "角色", "规模"];
  const read = (rows: string[][], at = "yunfan") =>
    plan([], {
      ...{ rows: [header, ...rows], mapping: guessMapping(header), knownCompanies: [yunfan, hemu] },
      known: [{ companyNameKey: at, ...entry, entry }],
      names: new Map([["hemueast", "hemu"]]),
    });
  const move = { id: "p", name: "Li Wei", from: { id: "y", name: "Yunfan" } };

  test("are named with both companies, and role and position go with them", () => {
    const found = read([["HEMU East", "Li W.", "LI@x.example", "", "CTO", "老板", "120"]]);
    expect(found.moves).toEqual([
      {
        ...{ ...move, row: 2, isNew: false },
        to: { name: "Hemu", nameKey: "hemu", size: "50-249", industry: null, region: null },
        before: { position: "Buyer", chainRoles: ["user"], primaryRole: "user" },
        after: { position: "CTO", chainRoles: ["decider"], primaryRole: "decider" },
      },
    ]);
    expect(found.changes).toMatchObject([
      { kind: "company", id: "h", after: { size: "50-249" } },
      { kind: "person", id: "p", before: { name: "Li Wei" }, after: { name: "Li W." } },
    ]);
    expect(found.changes[1]?.after).not.toHaveProperty("position");
    expect([found.companies, found.people, found.known.length]).toEqual([[], [], 1]);
  });

  test("are found by number and name, too, and a company nobody knows is said to be new", () => {
    const found = read([["Lantu", "Li Wei", "", "138 0013 8000", "", "", ""]]);
    expect(found.moves).toMatchObject([{ ...move, isNew: true, to: { name: "Lantu" }, after: {} }]);
    expect(read([["Lantu", "Li Wei", "", "", "", "老板", ""]]).moves).toEqual([]);
  });

  test("the first row that names them counts, so that the same file again moves nobody back", () => {
    const rows = [
      ["Hemu", "Li Wei", "li@x.example", "", "", "", ""],
      ["Yunfan", "Li Wei", "li@x.example", "", "CEO", "", ""],
    ];
    expect(read(rows).moves).toMatchObject([{ ...move, row: 2 }]);
    expect(read(rows).changes).toEqual([]);
    expect(read(rows, "hemu")).toMatchObject({ moves: [], changes: [] });
    expect(read(rows.toReversed())).toMatchObject({ moves: [], changes: [{ after: { position: "CEO" } }] });
  });
});
