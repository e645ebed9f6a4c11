import { expect, test } from "vitest";
import { noValue, value } from "~/domain/outcome";

test("an outcome is a value or says why there is none", () => {
  expect(value(3)).toEqual({ ok: true, value: 3 });
  expect(noValue("too-few", { n: 2 })).toEqual({ ok: false, reason: "too-few", detail: { n: 2 } });
});
