import { Form } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/components/button";
import { CheckboxField } from "~/components/choice-field";
import { SelectField, TextArea, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { Section } from "~/components/section";
import type { ChainRole } from "~/domain/chain/role";
import type { CollectorKind } from "~/domain/fieldwork/collector";
import { type CollectorProblems, madeKinds, type TypedCollector } from "~/domain/fieldwork/collector-form";
import type { Language } from "~/domain/language";
import { useText } from "~/i18n/use-text";

type CollectorFormProps = {
  isNew: boolean;
  kind: CollectorKind;
  hasPassword: boolean;
  languages: readonly Language[];
  /** Roles with a published questionnaire. */
  roles: readonly ChainRole[];
  typed: TypedCollector;
  problems: CollectorProblems;
  back: string;
};

/** When a way in opens, for how many, in which language, behind which password. */
export function CollectorForm(props: CollectorFormProps) {
  const { isNew, kind, hasPassword, languages, roles, typed, problems, back } = props;
  const text = useText("board").link;
  const study = useText("fieldwork").studyLink;
  const roleText = useText("roles").chain;
  const shell = useText("shell");
  const errorOf = (name: keyof TypedCollector) => {
    const problem = problems[name];
    return problem && text.problems[problem];
  };
  const field = (name: "name" | "opens" | "closes" | "cap" | "origins" | "language") => ({
    name,
    defaultValue: typed[name],
    error: errorOf(name),
    optional: true,
  });
  const errors = (Object.keys(problems) as (keyof TypedCollector)[]).map((name) => ({
    name,
    message: errorOf(name) ?? "",
  }));
  return (
    <Section title={isNew ? text.newTitle : text.title} lead={text.lead}>
      <Form method="post" noValidate className="grid max-w-xl gap-6">
        <FormErrors errors={errors} />
        {isNew && (
          <>
            <SelectField
              name="role"
              label={text.opensWhat}
              empty={study}
              options={roles.map((value) => ({ value, label: roleText[value] }))}
            />
            <SelectField
              name="kind"
              label={text.kind}
              defaultValue={kind}
              options={madeKinds.map((value) => ({ value, label: text.kinds[value] }))}
            />
          </>
        )}
        <TextField {...field("name")} label={text.name} hint={text.nameHint} />
        <div className="grid gap-6 sm:grid-cols-2">
          <TextField {...field("opens")} type="date" label={text.opens} />
          <TextField {...field("closes")} type="date" label={text.closes} />
        </div>
        <TextField {...field("cap")} inputMode="numeric" label={text.cap} hint={text.capHint} />
        {languages.length > 1 && (
          <SelectField
            {...field("language")}
            label={text.language}
            empty={text.languageEmpty}
            options={languages.map((value) => ({ value, label: shell.language[value] }))}
          />
        )}
        <TextField
          name="password"
          label={text.password}
          hint={hasPassword ? text.passwordKept : text.passwordHint}
          error={errorOf("password")}
          autoComplete="off"
          optional
        />
        {hasPassword && <CheckboxField name="noPassword" label={text.noPassword} />}
        <CheckboxField
          name="onePerDevice"
          label={text.onePerDevice}
          hint={text.onePerDeviceHint}
          defaultChecked={typed.onePerDevice}
        />
        {(isNew || kind === "embed") && (
          <TextArea {...field("origins")} rows={3} label={text.origins} hint={text.originsHint} />
        )}
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{shell.actions.save}</SubmitButton>
          <LinkButton to={back}>{shell.actions.cancel}</LinkButton>
        </div>
      </Form>
    </Section>
  );
}
