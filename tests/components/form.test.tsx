import { expect, test } from "vitest";
import { CheckboxField, ChoiceGroup } from "~/components/choice-field";
import { SelectField, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { LanguageSwitch } from "~/components/language-switch";
import { drawn, read } from "./draw";

test("a field ties label, hint and error to its control and keeps what was typed", () => {
  const html = drawn(
    <TextField
      name="share"
      label="Threshold"
      hint="As a percentage"
      error="Enter 1 to 99."
      defaultValue="400"
    />,
  );
  expect(html).toContain('<label for="field-share"');
  expect(html).toMatch(/<input[^>]*aria-describedby="field-share-hint field-share-error"/);
  expect(html).toMatch(/<input[^>]*aria-invalid="true"/);
  expect(html).toMatch(/<input[^>]*value="400"/);
  expect(html).toContain('id="field-share-hint"');
  expect(read(html)).toBe("Threshold As a percentage Enter 1 to 99.");
});

test("a field without hint and error describes itself by nothing", () => {
  const html = drawn(
    <SelectField name="size" label="Size" empty="Choose" options={[{ value: "s", label: "1–49" }]} />,
  );
  expect(html).not.toContain("aria-describedby");
  expect(html).not.toContain("aria-invalid");
});

test("a group is a fieldset that keeps the choices made", () => {
  const choices = ["decider", "user", "finance"].map((value) => ({ value, label: value }));
  const html = drawn(
    <ChoiceGroup
      name="roles"
      pick="many"
      label="Roles"
      choices={choices}
      defaultValue={["user"]}
      error="Pick one."
    />,
  );
  expect(html).toMatch(/<fieldset[^>]*aria-describedby="field-roles-error"/);
  expect(html.match(/checked/g)).toHaveLength(1);
  expect(html).toMatch(/value="user"[^>]*checked|checked[^>]*value="user"/);
});

test("an optional field says so", () => {
  expect(read(drawn(<CheckboxField name="news" label="Remind me" optional />))).toBe("Remind me (optional)");
});

test("the summary counts the errors and leads to each field", () => {
  const html = drawn(
    <FormErrors errors={[{ name: "share", message: "Enter 1 to 99." }, { message: "Try again." }]} />,
  );
  expect(html).toContain('role="alert"');
  expect(html).toContain('href="#field-share"');
  expect(read(html)).toBe("2 things need mending Enter 1 to 99. Try again.");
  expect(drawn(<FormErrors errors={[]} />)).toBe("");
});

test("the language switch is a plain form that offers the other language", () => {
  const html = drawn(<LanguageSwitch />, "zh-CN");
  expect(html).toContain('<form method="post" action="/language">');
  expect(html).toMatch(/<button[^>]*name="language"[^>]*value="en"[^>]*lang="en"/);
  expect(html).toMatch(/<input[^>]*name="returnTo"[^>]*value="\/"/);
});
