import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { TextField } from "~/components/field";
import { Section } from "~/components/section";
import { languages } from "~/domain/language";
import { useText } from "~/i18n/use-text";

/** Texts out as files, and translated files back. */
export function TranslationFiles({
  base,
  canEdit,
  error,
}: {
  base: string;
  canEdit: boolean;
  error?: string;
}) {
  const text = useText("translation");
  const names = useText("shell").language;
  return (
    <Section title={text.filesTitle} lead={text.filesLead}>
      <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        {languages.map((language) => (
          <li key={language}>
            <a href={`${base}/texts/${language}.xlf`} className="link" download>
              {text.xliffTo({ language: names[language] })}
            </a>
          </li>
        ))}
        <li>
          <a href={`${base}/texts/both.csv`} className="link" download>
            {text.csv}
          </a>
        </li>
      </ul>
      {canEdit && (
        <Form method="post" encType="multipart/form-data" noValidate className="mt-6 grid max-w-xl gap-4">
          <h3 className="text-base">{text.bring}</h3>
          <input type="hidden" name="intent" value="bring" />
          <TextField
            name="file"
            type="file"
            label={text.file}
            hint={text.fileHint}
            error={error}
            accept=".xlf,.xliff,.csv,.xml,text/csv"
          />
          <SubmitButton look="secondary" className="justify-self-start">
            {text.bringIt}
          </SubmitButton>
        </Form>
      )}
    </Section>
  );
}
