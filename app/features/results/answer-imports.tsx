/** Takes a file of answers, and lists those brought in before. */
import { Form, Link, useNavigation } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { EncodingField } from "~/components/encoding-field";
import { SelectField, TextField } from "~/components/field";
import { Section } from "~/components/section";
import { Tag } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { ImportCounts } from "~/domain/fieldwork/file-import";
import type { Texts } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";

type Listed = {
  id: string;
  fileName: string;
  counts: ImportCounts | null;
  createdAt: number;
  createdBy: string;
  finishedAt: number | null;
  undoneAt: number | null;
};

type AnswerImportsProps = {
  base: string;
  canEdit: boolean;
  questionnaires: readonly { id: string; role: ChainRole }[];
  imports: readonly Listed[];
  refused: { problem: keyof Texts<"answerImport">["problems"]; questionnaireId: string } | null;
};

const stateOf = ({ finishedAt, undoneAt }: Listed) =>
  undoneAt !== null ? "undone" : finishedAt !== null ? "finished" : "preview";
const tones = { finished: "success", preview: "warn", undone: "neutral" } as const;

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
  const format = useFormat();
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
      <Section title={text.before}>
        {imports.length === 0 ? (
          <p className="text-muted">{text.none}</p>
        ) : (
          <DataTable
            caption={text.before}
            captionHidden
            rows={imports}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "file",
                header: text.file,
                cell: ({ id, fileName }) => (
                  <Link to={`${base}/responses/import/${id}`} className="link">
                    {fileName}
                  </Link>
                ),
              },
              {
                key: "state",
                header: text.state,
                cell: (one) => <Tag tone={tones[stateOf(one)]}>{text.states[stateOf(one)]}</Tag>,
              },
              { key: "when", header: text.when, cell: ({ createdAt }) => format.dateTime(createdAt) },
              { key: "by", header: text.by, cell: ({ createdBy }) => createdBy },
              {
                key: "added",
                header: text.added,
                numeric: true,
                cell: ({ counts }) => (counts ? format.number(counts.added) : "–"),
              },
            ]}
          />
        )}
      </Section>
    </>
  );
}
