import { Form } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/components/button";
import { CheckboxField, ChoiceGroup } from "~/components/choice-field";
import { SelectField, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { chainRoles } from "~/domain/chain/role";
import type { ContactFormField, ContactProblem, TypedContact } from "~/domain/fieldwork/contact-form";
import { languages } from "~/domain/language";
import { useText } from "~/i18n/use-text";

type ContactFormProps = {
  typed: TypedContact;
  problems: Partial<Record<ContactFormField, ContactProblem>>;
  back: string;
};

/** A person of a company with their part in the decision. */
export function ContactForm({ typed, problems, back }: ContactFormProps) {
  const all = useText("people");
  const text = all.contactForm;
  const roleText = useText("roles");
  const shell = useText("shell");
  const wordsOf = (name: ContactFormField) => {
    const problem = problems[name];
    if (!problem) return undefined;
    return name === "name" && problem === "missing" ? text.nobody : text.problems[problem];
  };
  const field = (name: Exclude<ContactFormField, "roles">) => ({
    name,
    defaultValue: typed[name],
    error: wordsOf(name),
  });
  const roles = chainRoles.map((value) => ({ value, label: roleText.chain[value] }));
  return (
    <Form method="post" noValidate className="grid max-w-2xl gap-6">
      <FormErrors
        errors={Object.keys(problems).map((name) => ({
          name,
          message: wordsOf(name as ContactFormField) ?? "",
        }))}
      />
      <TextField {...field("name")} label={all.name} autoComplete="off" maxLength={200} />
      <SelectField
        {...field("primaryRole")}
        label={text.primaryRole}
        empty={text.choose}
        options={roles.map(({ value, label }) => ({ value, label }))}
      />
      <ChoiceGroup
        name="roles"
        label={text.otherRoles}
        pick="many"
        inline
        optional
        defaultValue={typed.roles}
        choices={roles}
      />
      <TextField {...field("email")} label={all.email} type="email" autoComplete="off" optional />
      <TextField {...field("phone")} label={all.phone} type="tel" autoComplete="off" optional />
      <TextField {...field("position")} label={all.position} optional />
      <SelectField
        {...field("language")}
        label={all.language}
        empty={text.languageEmpty}
        options={languages.map((value) => ({ value, label: shell.language[value] }))}
        optional
      />
      <TextField {...field("tags")} label={all.tags} hint={all.companyForm.tagsHint} optional />
      <div className="grid gap-2">
        <CheckboxField
          name="consent"
          label={text.consent}
          hint={text.consentHint}
          defaultChecked={typed.consent}
        />
        <CheckboxField
          name="optedOut"
          label={text.optedOut}
          hint={text.optedOutHint}
          defaultChecked={typed.optedOut}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{shell.actions.save}</SubmitButton>
        <LinkButton to={back}>{shell.actions.cancel}</LinkButton>
      </div>
    </Form>
  );
}
