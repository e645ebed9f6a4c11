/** What a rule says beside its condition: where it leads, how many places it has, what is read or filled in. */
import { SelectField, TextArea, TextField } from "~/components/field";
import type { KnownValue } from "~/domain/questionnaire/condition-questions";
import type { RuleKind } from "~/domain/questionnaire/draft-rules";
import type { RuleTyped } from "~/domain/questionnaire/rule-form";
import { useLanguage, useText } from "~/i18n/use-text";

export type RulePage = { name: string; title: string; page: number };

type RuleDetailFieldsProps = {
  kind: RuleKind;
  /** The index of the page the rule stands behind. */
  page: number;
  pages: readonly RulePage[];
  /** What the question offers; empty where it is written. */
  values: readonly KnownValue[];
  typed: Partial<RuleTyped>;
  /** The field that needs a look, and why. */
  error: { field: string; message: string } | null;
};

export function RuleDetailFields({ kind, page, pages, values, typed, error }: RuleDetailFieldsProps) {
  const text = useText("logic");
  const language = useLanguage();
  const about = (field: string) => (error?.field === field ? error.message : undefined);
  if (kind === "jump")
    return (
      <SelectField
        name="to"
        label={text.to}
        empty={text.toEmpty}
        defaultValue={typed.to ?? ""}
        error={about("to")}
        options={pages
          .filter((one) => one.page > page)
          .map((one) => ({ value: one.name, label: text.targetPage({ n: one.page + 1, title: one.title }) }))}
      />
    );
  if (kind === "set")
    return values.length > 0 ? (
      <SelectField
        name="value"
        label={text.fillWith}
        empty={text.condition.valueEmpty}
        defaultValue={typed.value ?? ""}
        error={about("value")}
        options={values.map((one) => ({ value: JSON.stringify(one.value), label: one.text[language] }))}
      />
    ) : (
      <TextField
        name="value"
        label={text.fillWith}
        defaultValue={typed.value ?? ""}
        error={about("value")}
        maxLength={500}
      />
    );
  if (kind !== "screen-out" && kind !== "quota" && kind !== "finish") return null;
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {kind === "quota" && (
        <div className="sm:col-span-2">
          <TextField
            name="most"
            inputMode="numeric"
            className="max-w-32"
            label={text.most}
            hint={text.mostHint}
            defaultValue={typed.most ?? ""}
            error={about("most")}
          />
        </div>
      )}
      <TextArea
        name="zh"
        lang="zh-CN"
        rows={3}
        label={text.endWordsZh}
        hint={text.endWordsHint[kind]}
        optional
        defaultValue={typed.zh ?? ""}
        maxLength={2000}
      />
      <TextArea
        name="en"
        lang="en"
        rows={3}
        label={text.endWordsEn}
        hint={text.endWordsHint[kind]}
        optional
        defaultValue={typed.en ?? ""}
        maxLength={2000}
      />
    </div>
  );
}
