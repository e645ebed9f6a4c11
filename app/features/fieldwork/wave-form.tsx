import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { CheckboxField } from "~/components/choice-field";
import { SelectField, TextField } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { Section } from "~/components/section";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import { segmentFields } from "~/domain/fieldwork/wave";
import type { TypedWave, WaveProblems } from "~/domain/fieldwork/wave-form";
import { useText } from "~/i18n/use-text";

type WaveFormProps = {
  number: number;
  typed: TypedWave;
  problems: WaveProblems;
  /** The roles this study asks. */
  roles: readonly ChainRole[];
  canEdit: boolean;
};

/** Targets, quotas and rules to stop, said before the answers come in. */
export function WaveForm({ number, typed, problems, roles, canEdit }: WaveFormProps) {
  const text = useText("board").wave;
  const roleText = useText("roles");
  const errorOf = (name: string) => {
    const problem = problems[name];
    return problem && text.problems[problem];
  };
  const roleOptions = chainRoles.map((value) => ({ value, label: roleText.chain[value] }));
  const errors = Object.keys(problems).map((name) => ({
    name: name.startsWith("segment-") ? `segmentValue-${name.slice(8)}` : name,
    message: errorOf(name) ?? "",
  }));
  return (
    <Section title={text.title({ n: number })} lead={text.lead}>
      <Form method="post" noValidate className="max-w-3xl">
        <fieldset disabled={!canEdit} className="grid gap-7">
          <FormErrors errors={errors} />
          <div className="grid gap-5 sm:grid-cols-3">
            <TextField
              name="name"
              label={text.name}
              defaultValue={typed.name}
              placeholder={text.nameHint}
              error={errorOf("name")}
              optional
            />
            <TextField
              name="starts"
              type="date"
              label={text.starts}
              defaultValue={typed.starts}
              error={errorOf("starts")}
            />
            <TextField
              name="ends"
              type="date"
              label={text.ends}
              defaultValue={typed.ends}
              error={errorOf("ends")}
              optional
            />
          </div>
          <fieldset>
            <legend className="mb-2 font-medium">{text.targetsTitle}</legend>
            <div className="grid gap-4 sm:grid-cols-3">
              {roles.map((role) => (
                <TextField
                  key={role}
                  name={`target-${role}`}
                  label={roleText.plural[role]}
                  inputMode="numeric"
                  defaultValue={typed.targets[role]}
                  error={errorOf(`target-${role}`)}
                  optional
                />
              ))}
            </div>
          </fieldset>
          <CheckboxField
            name="closesQuotas"
            label={text.closesQuotas}
            hint={text.closesQuotasHint}
            defaultChecked={typed.closesQuotas}
          />
          <details open={typed.segments.some(({ value }) => value !== "")}>
            <summary className="min-h-11 py-2.5 font-medium">{text.segmentsTitle}</summary>
            <p className="mb-4 text-muted text-sm">{text.segmentsLead}</p>
            <div className="grid gap-4">
              {typed.segments.map((segment, line) => (
                <div
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name.
                  key={line}
                  className="grid gap-3 border-line border-b pb-4 sm:grid-cols-4 sm:border-0 sm:pb-0"
                >
                  <SelectField
                    name="segmentField"
                    id={`field-segmentField-${line}`}
                    label={text.segmentField}
                    defaultValue={segment.field}
                    options={segmentFields.map((value) => ({ value, label: text.fields[value] }))}
                  />
                  <TextField
                    name="segmentValue"
                    id={`field-segmentValue-${line}`}
                    label={text.segmentValue}
                    defaultValue={segment.value}
                    error={errorOf(`segment-${line}`)}
                  />
                  <SelectField
                    name="segmentRole"
                    id={`field-segmentRole-${line}`}
                    label={text.segmentRole}
                    defaultValue={segment.role}
                    options={roleOptions}
                  />
                  <TextField
                    name="segmentTarget"
                    id={`field-segmentTarget-${line}`}
                    label={text.segmentTarget}
                    inputMode="numeric"
                    defaultValue={segment.target}
                  />
                </div>
              ))}
            </div>
          </details>
          <fieldset className="grid gap-4">
            <legend className="mb-1 font-medium">{text.stopTitle}</legend>
            <CheckboxField name="targetsMet" label={text.targetsMet} defaultChecked={typed.targetsMet} />
            <div className="grid gap-4 sm:grid-cols-2">
              <SelectField
                name="verdict"
                label={text.verdict}
                empty={text.verdictNone}
                defaultValue={typed.verdict}
                options={(["user", "decider"] as const).map((value) => ({
                  value,
                  label: roleText.plural[value],
                }))}
              />
              <TextField
                name="most"
                label={text.most}
                inputMode="numeric"
                defaultValue={typed.most}
                error={errorOf("most")}
                optional
              />
              <div className="sm:col-span-2">
                <TextField
                  name="looks"
                  label={text.looks}
                  hint={text.looksHint}
                  inputMode="text"
                  defaultValue={typed.looks}
                  error={errorOf("looks")}
                  optional
                />
              </div>
            </div>
            <CheckboxField
              name="endsItself"
              label={text.endsItself}
              hint={text.endsItselfHint}
              defaultChecked={typed.endsItself}
            />
          </fieldset>
          {canEdit && <SubmitButton className="justify-self-start">{text.save}</SubmitButton>}
        </fieldset>
      </Form>
    </Section>
  );
}
