import { Form } from "@remix-run/react";
import { Button, SubmitButton } from "~/components/button";
import { TextField } from "~/components/field";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { itemLimits } from "~/domain/questionnaire/own-bank/item";
import { useText } from "~/i18n/use-text";

export type NameProblem = "missing" | "too-long";

type ItemFormProps = {
  name: string;
  tags: string;
  problem: NameProblem | null;
  saved: boolean;
  /** Whether a questionnaire has it now, to be opened for another wording. */
  used: boolean;
};

/** Name and tags, the way to another wording, and the way out of the bank. */
export function ItemForm({ name, tags, problem, saved, used }: ItemFormProps) {
  const text = useText("bank").item;
  const actions = useText("shell").actions;
  const words = {
    missing: text.nameMissing,
    "too-long": text.nameLong({ most: itemLimits.name }),
  };
  return (
    <>
      <Section title={text.editTitle}>
        <p className="max-w-prose">{used ? text.editLead : text.editUnused}</p>
      </Section>
      <Section title={text.nameTitle}>
        {saved && (
          <div className="mb-4">
            <Notice tone="success" live>
              {text.renamed}
            </Notice>
          </div>
        )}
        <Form method="post" noValidate className="grid max-w-xl gap-4">
          <TextField name="name" label={text.name} defaultValue={name} error={problem && words[problem]} />
          <TextField name="tags" label={text.tagsField} hint={text.tagsHint} optional defaultValue={tags} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton look="secondary" name="intent" value="rename">
              {actions.save}
            </SubmitButton>
          </div>
        </Form>
        <Form method="post" className="mt-8">
          <Button type="submit" look="danger" name="intent" value="delete">
            {text.delete}
          </Button>
        </Form>
      </Section>
    </>
  );
}
