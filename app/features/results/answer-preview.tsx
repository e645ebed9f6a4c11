/** What the columns of a file of answers hold, and what would come of it. */
import { Form, useNavigation } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { ImportColumns } from "~/components/import-columns";
import { ImportSummary } from "~/components/import-summary";
import { Section } from "~/components/section";
import { aboutFields, type ExportFormat } from "~/domain/fieldwork/answer-columns";
import type { FieldChoice, UnplacedWord } from "~/domain/fieldwork/answer-mapping";
import type { LocalText } from "~/domain/language";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { type RefusedAnswerRow, RefusedAnswers } from "./refused-answers";

type AnswerPreviewProps = {
  format: ExportFormat;
  columns: readonly { heading: string; example: string; field: string }[];
  choices: readonly FieldChoice[];
  words: readonly UnplacedWord[];
  counts: { added: number; known: number; refused: number };
  refused: readonly RefusedAnswerRow[];
  titles: Record<string, LocalText>;
  first: readonly { row: number; company: string; completedAt: number; given: number }[];
};

function FieldOptions({ choices }: Pick<AnswerPreviewProps, "choices">) {
  const text = useText("answerImport");
  const language = useLanguage();
  const nameOf = ({ title, part, other }: FieldChoice) => {
    if (other) return text.otherText({ title: title[language] });
    return part ? text.part({ title: title[language], part: part[language] }) : title[language];
  };
  return (
    <>
      <optgroup label={text.groups.about}>
        {aboutFields.map((value) => (
          <option key={value} value={value}>
            {text.about[value]}
          </option>
        ))}
      </optgroup>
      <optgroup label={text.groups.answers}>
        {choices.map((choice) => (
          <option key={choice.field} value={choice.field}>
            {nameOf(choice)}
          </option>
        ))}
      </optgroup>
    </>
  );
}

function Words({ words }: { words: readonly UnplacedWord[] }) {
  const text = useText("answerImport");
  const language = useLanguage();
  return (
    <Section title={text.words} lead={text.wordsLead}>
      <DataTable
        caption={text.words}
        captionHidden
        rows={words}
        rowKey={({ column, cell }) => `${column} ${cell}`}
        columns={[
          { key: "cell", header: text.word, cell: ({ cell }) => cell },
          { key: "title", header: text.question, cell: ({ title }) => title[language] },
          {
            key: "as",
            header: text.choice,
            cell: ({ column, cell, as, options }) => (
              <select
                key={as}
                name={`as:${column}:${cell}`}
                aria-label={`${text.choice}: ${cell}`}
                defaultValue={as}
                className="control min-w-44"
              >
                <option value="">{text.notPlaced}</option>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.text[language]}
                  </option>
                ))}
              </select>
            ),
          },
        ]}
      />
    </Section>
  );
}

export function AnswerPreview(props: AnswerPreviewProps) {
  const { format: tool, columns, choices, words, counts, refused, titles, first } = props;
  const text = useText("answerImport");
  const saving = useText("shell").form.saving;
  const format = useFormat();
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="grid grid-cols-1 gap-2">
      <ImportSummary
        added={counts.added > 0 ? text.summary({ n: counts.added }) : text.nothing}
        known={counts.known > 0 ? text.known({ n: counts.known }) : null}
        refused={counts.refused > 0 ? text.refused({ n: counts.refused }) : null}
        about={text.from({ format: text.formats[tool] })}
      />
      {counts.added > 0 && (
        <SubmitButton name="intent" value="confirm" disabled={busy} className="mt-3 justify-self-start">
          {busy ? saving : text.confirm({ n: counts.added })}
        </SubmitButton>
      )}
      {words.length > 0 && <Words words={words} />}
      <Section title={text.mapping}>
        <ImportColumns title={text.mapping} columns={columns} text={text}>
          <FieldOptions choices={choices} />
        </ImportColumns>
        <SubmitButton look="secondary" name="intent" value="look" disabled={busy} className="mt-5">
          {text.look}
        </SubmitButton>
      </Section>
      {refused.length > 0 && <RefusedAnswers rows={refused} titles={titles} total={counts.refused} />}
      {first.length > 0 && (
        <Section title={text.first}>
          <DataTable
            caption={text.first}
            captionHidden
            rows={first}
            rowKey={({ row }) => row}
            columns={[
              { key: "row", header: text.row, cell: ({ row }) => row },
              { key: "company", header: text.company, cell: ({ company }) => company || "–" },
              { key: "completed", header: text.completed, cell: (one) => format.dateTime(one.completedAt) },
              { key: "given", header: text.given, numeric: true, cell: ({ given }) => format.number(given) },
            ]}
          />
        </Section>
      )}
    </Form>
  );
}
