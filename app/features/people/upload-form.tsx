import { Form, useNavigation } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { EncodingField } from "~/components/encoding-field";
import { TextField } from "~/components/field";
import { Section } from "~/components/section";
import type { Texts } from "~/i18n/text";
import { useText } from "~/i18n/use-text";

/** Takes a file of people to be looked at. */
export function UploadForm({ problem }: { problem: keyof Texts<"people">["import"]["problems"] | null }) {
  const text = useText("people").import;
  const saving = useText("shell").form.saving;
  const busy = useNavigation().state === "submitting";
  return (
    <Section title={text.title} lead={text.lead}>
      <Form method="post" encType="multipart/form-data" noValidate className="grid max-w-xl gap-4">
        <TextField
          name="file"
          type="file"
          accept=".csv,.txt,.tsv,.xlsx,text/csv"
          label={text.file}
          hint={text.fileHint}
          error={problem && text.problems[problem]}
        />
        <EncodingField />
        <SubmitButton disabled={busy} className="justify-self-start">
          {busy ? saving : text.upload}
        </SubmitButton>
      </Form>
    </Section>
  );
}
