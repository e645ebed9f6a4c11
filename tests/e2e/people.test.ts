import type { BrowserContextOptions } from "playwright-core";
import { expect, test } from "vitest";
import { listCompanies } from "~/data/companies";
import { listAllContacts } from "~/data/contacts";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, openPage, phone } from "../support/browser";
import { fieldStudy } from "../support/fielded";
import { memberOf } from "../support/member-of";
import { insertPerson } from "../support/people";

const { app, browser } = await appInBrowser();

async function open(language: "en" | "zh-CN", options: BrowserContextOptions) {
  const { workspaceId } = await fieldStudy(app.store, { questionnaires: { user: null, decider: null } });
  const member = await memberOf(app.store, workspaceId, { language, url: app.url });
  const people = [
    { company: "深圳市星河计算机系统有限公司", name: "李娜", email: "li.na@xinghe.example", role: "decider" },
    { company: "星河", name: "李娜", phone: "13800138000", role: "user" },
    { company: "星河", name: "王伟", email: "wang@xinghe.example", role: "user" },
    { company: "Northwind Trading", name: "Ann Lee", email: "ann@northwind.example", role: "user" },
    { company: "Northwind Trading", name: "Ann Lee", email: "ann.lee@northwind.example", role: "user" },
  ] as const;
  for (const person of people) await insertPerson(app.store, workspaceId, person);
  const opened = await openPage(browser, { ...options, locale: language }, member);
  return { workspaceId, ...opened };
}

test("two spellings of a company become one on a phone, with the people that are the same", async () => {
  const { context, workspaceId, page, expectCalm } = await open("zh-CN", { ...phone, colorScheme: "dark" });
  await page.goto(`${app.url}/companies/doubles`);
  await expectAccessible(page);
  await page.getByText("1 对公司").waitFor();
  const keep = page
    .locator("li", { hasText: "深圳市星河" })
    .getByRole("button", { name: "保留这个" })
    .first();
  await keep.click();
  await page.getByRole("dialog").getByText("今后以该名称出现的").waitFor();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "合并" }).click();
  await page.getByText("已合并。").waitFor();
  const { rows } = await listCompanies(app.store, { workspaceId, limit: 9, offset: 0 });
  expect(rows.map(({ people }) => people).sort()).toEqual([2, 3]);
  await page.getByRole("heading", { name: "最近的合并" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "重新拆开" }).click();
  await page.getByText("已重新拆成两个").waitFor();
  await page.getByText("1 对公司").waitFor();
  await page.getByRole("button", { name: "这是两个不同的" }).first().click();
  await page.getByText("已记下").waitFor();
  expectCalm();
  await context.close();
});

test("a person entered twice is found from their page, gets a link, and a company goes", async () => {
  const { context, workspaceId, page, expectCalm } = await open("en", desktop);
  await page.goto(`${app.url}/companies/people?search=Ann`);
  await page.getByRole("link", { name: "Ann Lee" }).first().click();
  await page.getByRole("button", { name: "Make link" }).click();
  await page.getByLabel("Personal link").waitFor();
  expect(await page.getByLabel("Personal link").inputValue()).toContain("/i/");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Compare" }).click();
  const pair = page.locator("li", { hasText: "Ann Lee" }).first();
  await pair.getByRole("button", { name: "Keep this one" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Make them one" }).click();
  await page.getByText("They are one now.").waitFor();
  const people = await listAllContacts(app.store, { workspaceId });
  expect(people.filter(({ name }) => name === "Ann Lee")).toHaveLength(1);

  await page.getByRole("link", { name: "Companies" }).last().click();
  await page.getByRole("link", { name: "Northwind Trading" }).click();
  await page.fill("[name=name] >> nth=1", "Nobody Ltd");
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByText("There is no other company named Nobody Ltd").waitFor();
  await page.goBack();
  await page.getByRole("button", { name: "Delete company" }).click();
  await page.getByRole("dialog").getByText("1 person, 0 complete responses").waitFor();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Delete company" }).click();
  await page.getByRole("heading", { name: "Companies", level: 1 }).waitFor();
  await expect
    .poll(async () => (await listCompanies(app.store, { workspaceId, limit: 9, offset: 0 })).total)
    .toBe(2);
  expectCalm();
  await context.close();
});

test("people who stand under another company in a file are named, moved where that is chosen, and moved back", async () => {
  const { context, workspaceId, page, expectCalm } = await open("zh-CN", { ...phone, colorScheme: "dark" });
  const companyOf = async (email: string) =>
    (await listAllContacts(app.store, { workspaceId })).find((one) => one.email === email)?.companyName;
  await page.goto(`${app.url}/companies/imports`);
  await page.setInputFiles("input[type=file]", {
    ...{ name: "换公司.csv", mimeType: "text/csv" },
    buffer: Buffer.from("公司,姓名,邮箱,角色\n禾木,王伟,wang@xinghe.example,决策者\n"),
  });
  await page.getByRole("button", { name: "查看内容" }).click();
  await page.getByText("王伟：从星河到禾木（新公司）").waitFor();
  expect(await page.getByLabel("留在现在的公司").isChecked()).toBe(true);
  await expectAccessible(page);
  await page.getByLabel("转到文件中的公司").check();
  await page.getByRole("button", { name: "更新", exact: true }).click();
  await page.getByText("1 位联系人转到另一家公司。").waitFor();
  expect(await companyOf("wang@xinghe.example")).toBe("禾木");
  await expectAccessible(page);
  await page.getByRole("button", { name: "撤销这次导入" }).click();
  await page.getByText("这次导入已撤销。").waitFor();
  expect(await companyOf("wang@xinghe.example")).toBe("星河");
  expectCalm();
  await context.close();
});
