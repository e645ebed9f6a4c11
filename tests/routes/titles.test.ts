import { UNSAFE_ErrorResponseImpl as ErrorResponse } from "react-router-dom";
import { expect, test } from "vitest";
import { meta as home } from "~/routes/home";
import { meta as member } from "~/routes/member";
import { meta as method } from "~/routes/methods/method";
import { meta as present } from "~/routes/reports/present";
import { meta as link } from "~/routes/respond/link";
import { meta as sharedSlides } from "~/routes/share/present";
import { meta as newStudy } from "~/routes/studies/new";
import { meta as study } from "~/routes/studies/study";

/** The title a route gives its page at an address, in a reader's language. */
function titleOf(meta: unknown, language: string, pathname: string, data?: object, error?: unknown) {
  const matches = [{ id: "root", data: { language } }];
  const [{ title } = { title: "" }] = (meta as (seen: object) => { title: string }[])({
    ...{ matches, data, error, location: { pathname }, params: {} },
  });
  return title;
}

const shiftboard = {
  "zh-CN": "Shiftboard：决策链报告 · Trivista",
  en: "Shiftboard: decision-chain report · Trivista",
};
const slides = { document: { product: "Shiftboard" } };
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
  [present, "/reports/1/present", slides, shiftboard["zh-CN"], shiftboard.en],
  [sharedSlides, "/share/1/present", slides, shiftboard["zh-CN"], shiftboard.en],
  [present, "/reports/none/present", undefined, "报告 · Trivista", "Reports · Trivista"],
  [
    method,
    "/methods/none",
    undefined,
    "没有关于该方法的说明 · Trivista",
    "There is no page on this method · Trivista",
  ],
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

test("a survey that does not open is named after the reason", () => {
  const refused = (reason: string, status: number) => new ErrorResponse(status, "", reason);
  const named = (language: string, error: unknown) => titleOf(link, language, "/r/1", undefined, error);
  expect(named("en", refused("closed", 410))).toBe("This survey is closed · Trivista");
  expect(named("zh-CN", refused("closed", 410))).toBe("问卷已经结束 · Trivista");
  expect(named("en", refused("unknown", 404))).toBe("This link leads nowhere · Trivista");
  expect(titleOf(link, "en", "/r/1", { title: "Hiring" })).toBe("Hiring");
});
