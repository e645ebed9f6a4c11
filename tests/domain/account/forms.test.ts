import { describe, expect, test } from "vitest";
import { isCommonPassword } from "~/domain/account/common-password";
import {
  joinSchema,
  passwordChangeSchema,
  readAccountForm,
  setupSchema,
  signInSchema,
} from "~/domain/account/forms";
import { blockedUntil, signInLimit } from "~/domain/account/sign-in-limit";

const good = { name: "王敏", email: "min@example.com", password: "correct horse" };
const read = (fields: Record<string, unknown>) => readAccountForm(joinSchema, Object.entries(fields));
const problemsOf = (change: Record<string, unknown>) => {
  const result = read({ ...good, ...change });
  return result.ok ? {} : result.problems;
};

describe("account forms", () => {
  test("values come back cleaned, the address folded", () => {
    const result = read({
      ...good,
      name: "  Min \t Wang\u0000 ",
      email: " Min.Wang＠Example.COM ",
      role: "owner",
    });
    expect(result).toMatchObject({ ok: true });
    expect(result.ok && result.value).toEqual({
      name: "Min Wang",
      email: "min.wang@example.com",
      password: good.password,
    });
  });

  test.each([
    [{ name: " \u0000 " }, { name: "name-missing" }],
    [{ name: "x".repeat(81) }, { name: "name-long" }],
    [{ email: "" }, { email: "email-missing" }],
    [{ email: "min" }, { email: "email-invalid" }],
    [{ email: "a b@example.com" }, { email: "email-invalid" }],
    [{ email: `a@${"b".repeat(260)}` }, { email: "email-invalid" }],
    [{ password: "" }, { password: "password-missing" }],
    [{ password: "九个汉字太短了不行" }, { password: "password-short" }],
    [{ password: "x1y2".repeat(51) }, { password: "password-long" }],
    [{ password: "Password123" }, { password: "password-common" }],
    [
      { name: undefined, email: new Blob([]) },
      { name: "name-missing", email: "email-missing" },
    ],
  ])("%j is refused with its problem", (change, problems) => {
    expect(problemsOf(change)).toEqual(problems);
  });

  test.each([
    ["a password of ten characters", { password: "十个汉字的密码刚好够" }],
    ["an address in another script", { email: "用户@例子.公司" }],
    ["blanks inside a password", { password: "  two  blanks  " }],
  ])("%s is accepted", (_, change) => {
    expect(problemsOf(change)).toEqual({});
  });

  test("what was typed is handed back, passwords never", () => {
    const posted = { ...good, current: "secret one", name: "" };
    expect(read(posted).typed).toEqual({ name: "", email: good.email });
    const change = readAccountForm(passwordChangeSchema, Object.entries({ current: "a", password: "b" }));
    expect(change.typed).toEqual({});
  });

  test("a box that is not ticked is false", () => {
    const fields = { ...good, workspace: "Team" };
    const sample = (change: object) => {
      const result = readAccountForm(setupSchema, Object.entries({ ...fields, ...change }));
      return result.ok ? result.value.sample : result.problems;
    };
    expect([sample({}), sample({ sample: "on" })]).toEqual([false, true]);
  });

  test("signing in does not judge a password by today's rules", () => {
    const result = readAccountForm(signInSchema, Object.entries({ email: "A@b", password: "old" }));
    expect(result).toMatchObject({ ok: true, value: { email: "a@b", password: "old" } });
  });
});

test("passwords that are guessed first", () => {
  expect(
    ["qwertyuiop", "WOAINI1314520", "aaaaaaaaaa", "1212121212", "ｑｗｅｒｔｙｕｉｏｐ"].filter(
      isCommonPassword,
    ),
  ).toHaveLength(5);
  expect(["correct horse", "abcabcabcd"].filter(isCommonPassword)).toEqual([]);
});

test("the next attempt is let through when enough failures have left the window", () => {
  const { windowMs } = signInLimit;
  expect(blockedUntil([], 2)).toBeNull();
  expect(blockedUntil([100], 2)).toBeNull();
  expect(blockedUntil([100, 300], 2)).toBe(100 + windowMs);
  expect(blockedUntil([300, 100, 200], 2)).toBe(200 + windowMs);
});
