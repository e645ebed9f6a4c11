/** Takes a file of answers, and lists those brought in before. */
import { Form, useNavigation } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { EncodingField } from "~/components/encoding-field";
import { SelectField, TextField } from "~/components/field";
import { ImportTable, type ListedImport } from "~/components/import-table";
import { Section } from "~/components/section";
import type { ChainRole } from "~/domain/chain/role";
import type { Texts } from "~/i18n/text";
import { useText } from "~/i18n/use-text";

type AnswerImportsProps = {
  base: string;
  canEdit: boolean;
  questionnaires: readonly { id: string; role: ChainRole }[];
  imports: readonly ListedImport[];
  refused: { problem: keyof Texts<"answerImport">["problems"]; questionnaireId: string } | null;
};

function Upload({ questionnaires, refused }: Pick<AnswerImportsProps, "questionnaires" | "refused">) {
  const text = useText("answerImport");
  const { chain } = useText("roles");
  const saving = useText("shell").form.saving;
  const busy = useNavigation().state === "submitting";
  const problem = refused && text.problems[refused.problem];
  const ofQuestionnaire = refused?.problem === "no-questionnaire";
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="grid max-w-xl gap-5">
      <SelectField
        name="questionnaire"
        label={text.questionnaire}
        defaultValue={refused?.questionnaireId ?? questionnaires[0]?.id}
        options={questionnaires.map(({ id, role }) => ({ value: id, label: chain[role] }))}
        error={ofQuestionnaire ? problem : undefined}
      />
      <TextField
        name="file"
        type="file"
        accept=".csv,.txt,.tsv,.xlsx,text/csv"
        label={text.file}
        hint={text.fileHint}
        error={ofQuestionnaire ? undefined : problem}
      />
      <EncodingField />
      <SubmitButton disabled={busy} className="justify-self-start">
        {busy ? saving : text.upload}
      </SubmitButton>
    </Form>
  );
}

export function AnswerImports({ base, canEdit, questionnaires, imports, refused }: AnswerImportsProps) {
  const text = useText("answerImport");
  return (
    <>
      {canEdit && (
        <Section title={text.title}>
          {questionnaires.length === 0 ? (
            <p className="text-muted">{text.noneToAnswer}</p>
          ) : (
            <Upload questionnaires={questionnaires} refused={refused} />
          )}
        </Section>
      )}
      <ImportTable
        imports={imports}
        pathOf={(id) => `${base}/responses/import/${id}`}
        text={text}
        states={text.states}
        counts={[{ key: "added", header: text.added }]}
      />
    </>
  );
}
