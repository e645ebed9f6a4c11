import { expect, test } from "vitest";
import { meta as home } from "~/routes/home";
import { meta as member } from "~/routes/member";
import { meta as newStudy } from "~/routes/studies/new";
import { meta as study } from "~/routes/studies/study";

/** The title a route gives its page at an address, in a reader's language. */
function titleOf(meta: unknown, language: string, pathname: string, data?: object) {
  const matches = [{ id: "root", data: { language } }];
  const [{ title } = { title: "" }] = (meta as (seen: object) => { title: string }[])({
    ...{ matches, data, location: { pathname }, params: {} },
  });
  return title;
}

const known = { study: { product: "Shiftboard" } };

test.each([
  [
    home,
    "/",
    undefined,
    "沿着客户的决策链做研究 · Trivista",
    "Research along your customer's decision chain · Trivista",
  ],
  [member, "/settings/members", undefined, "设置 · Trivista", "Settings · Trivista"],
  [newStudy, "/studies/new", undefined, "新建研究 · Trivista", "New study · Trivista"],
  [study, "/studies/1", known, "概览 · Shiftboard · Trivista", "Overview · Shiftboard · Trivista"],
  [study, "/studies/1/fieldwork", known, "收集 · Shiftboard · Trivista", "Fieldwork · Shiftboard · Trivista"],
  [
    study,
    "/studies/1/results/prices",
    known,
    "结果 · Shiftboard · Trivista",
    "Results · Shiftboard · Trivista",
  ],
  [
    study,
    "/studies/1/edit",
    known,
    "研究设置 · Shiftboard · Trivista",
    "Study settings · Shiftboard · Trivista",
  ],
])("a page is named in the reader's language", (meta, path, data, chinese, english) => {
  expect(titleOf(meta, "zh-CN", path, data)).toBe(chinese);
  expect(titleOf(meta, "en", path, data)).toBe(english);
});
