import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { SelectField } from "~/components/field";
import { Section } from "~/components/section";
import { useText } from "~/i18n/use-text";

type SamePersonProps = { id: string; others: readonly { id: string; label: string }[] };

/** Leads to the comparison with another entry of the company. */
export function SamePerson({ id, others }: SamePersonProps) {
  const text = useText("people").samePerson;
  return (
    <Section title={text.title}>
      <Form action="/companies/doubles" className="grid max-w-2xl items-end gap-4 sm:grid-cols-[1fr_auto]">
        <input type="hidden" name="person" value={id} />
        <SelectField
          name="same"
          label={text.label}
          options={others.map(({ id: value, label }) => ({ value, label }))}
        />
        <SubmitButton look="secondary">{text.compare}</SubmitButton>
      </Form>
    </Section>
  );
}
