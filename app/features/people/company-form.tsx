import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { SelectField, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import type { CompanyProblem, TypedCompany } from "~/domain/fieldwork/company-form";
import { industryName } from "~/domain/fieldwork/company-words";
import { industries, sizeBands } from "~/domain/questionnaire/answer-options";
import { useLanguage, useText } from "~/i18n/use-text";

type CompanyFormProps = {
  typed: TypedCompany;
  problems: Partial<Record<keyof TypedCompany, CompanyProblem>>;
  saved: boolean;
  canEdit: boolean;
};

/** What is known of a company. */
export function CompanyForm({ typed, problems, saved, canEdit }: CompanyFormProps) {
  const text = useText("people");
  const actions = useText("shell").actions;
  const language = useLanguage();
  const field = (name: keyof TypedCompany) => {
    const problem = problems[name];
    return { name, defaultValue: typed[name], error: problem && text.companyForm.problems[problem] };
  };
  const errors = Object.entries(problems).map(([name, problem]) => ({
    name,
    message: text.companyForm.problems[problem],
  }));
  return (
    <Form method="post" noValidate className="grid max-w-2xl gap-6">
      <FormErrors errors={errors} />
      <fieldset disabled={!canEdit} className="grid gap-6">
        <TextField {...field("name")} label={text.company} maxLength={200} autoComplete="off" />
        <SelectField
          {...field("size")}
          label={text.size}
          empty={text.companyForm.sizeEmpty}
          options={sizeBands.map(({ value, name }) => ({ value, label: name[language] }))}
          optional
        />
        <TextField
          {...field("industry")}
          defaultValue={industryName(typed.industry, language)}
          label={text.industry}
          list="industries"
          optional
        />
        <datalist id="industries">
          {industries.map(({ value, name }) => (
            <option key={value} value={name[language]} />
          ))}
        </datalist>
        <TextField {...field("region")} label={text.region} optional />
        <TextField {...field("tags")} label={text.tags} hint={text.companyForm.tagsHint} optional />
        {canEdit && (
          <div className="flex items-center gap-4">
            <SubmitButton>{actions.save}</SubmitButton>
            <span role="status" className="text-muted text-sm">
              {saved ? text.companyForm.saved : ""}
            </span>
          </div>
        )}
      </fieldset>
    </Form>
  );
}
