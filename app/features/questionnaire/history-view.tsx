import { Form, Link } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { SelectField } from "~/components/field";
import { Section } from "~/components/section";
import type { DraftChange } from "~/domain/questionnaire/draft-diff";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { changeSentence } from "./change-sentence";

export type HistoryEntry = {
  key: string;
  kind: "version" | "saved" | "first";
  number: number | null;
  at: number;
  /** Null for somebody who has left. */
  by: string | null;
};

export type Comparison = { from: string; to: string; changes: readonly DraftChange[]; more: number };

type HistoryProps = {
  entries: readonly HistoryEntry[];
  comparison: Comparison | null;
  revision: number;
  canEdit: boolean;
};

/** The states of a draft, what differs between two of them, and the way back to one. */
export function HistoryView({ entries, comparison, revision, canEdit }: HistoryProps) {
  const text = useText("history");
  const language = useLanguage();
  const format = useFormat();
  const nameOf = ({ kind, number }: HistoryEntry) => {
    if (kind === "version") return text.version({ n: number ?? 0 });
    return kind === "first" ? text.first : text.saved;
  };
  const options = [
    { value: "now", label: text.now },
    ...entries.map((entry) => ({
      value: entry.key,
      label: `${nameOf(entry)} · ${format.dateTime(entry.at)}`,
    })),
  ];
  const label = (key: string) => options.find(({ value }) => value === key)?.label ?? key;
  const back = comparison && comparison.from !== "now" ? comparison.from : null;
  return (
    <div className="grid gap-8">
      <p className="max-w-prose text-muted">{text.lead}</p>
      {entries.length > 0 && (
        <Form
          method="get"
          preventScrollReset
          className="grid max-w-3xl items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
        >
          <SelectField
            key={`from-${comparison?.from}`}
            name="from"
            label={text.from}
            options={options}
            defaultValue={comparison?.from ?? entries[0]?.key}
          />
          <SelectField
            key={`to-${comparison?.to}`}
            name="to"
            label={text.to}
            options={options}
            defaultValue={comparison?.to ?? "now"}
          />
          <SubmitButton look="secondary">{text.compare}</SubmitButton>
        </Form>
      )}
      {comparison && (
        <Section
          title={text.changes({ n: comparison.changes.length + comparison.more })}
          lead={`${label(comparison.from)} → ${label(comparison.to)}`}
        >
          {comparison.changes.length === 0 && <p>{text.none}</p>}
          <ul className="grid max-w-prose list-disc gap-1.5 ps-5">
            {comparison.changes.map((change, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once; two changes may read the same.
              <li key={at} className="break-words">
                {changeSentence(change, language)}
              </li>
            ))}
            {comparison.more > 0 && <li>{text.more({ n: comparison.more })}</li>}
          </ul>
          {canEdit && back && (
            <Form method="post" preventScrollReset className="mt-4">
              <input type="hidden" name="state" value={back} />
              <input type="hidden" name="revision" value={revision} />
              <SubmitButton look="secondary">{text.restore}</SubmitButton>
              <span className="ms-3 text-muted text-sm">{label(back)}</span>
            </Form>
          )}
        </Section>
      )}
      <DataTable
        caption={text.title}
        captionHidden
        empty={text.empty}
        rows={entries}
        rowKey={({ key }) => key}
        columns={[
          { key: "when", header: text.when, cell: ({ at }) => format.dateTime(at) },
          { key: "state", header: text.state, cell: nameOf },
          {
            key: "by",
            header: text.by,
            cell: ({ by, kind }) => (kind === "first" ? "–" : (by ?? text.somebody)),
          },
          {
            key: "since",
            header: text.compare,
            cell: (entry) => (
              <Link
                to={`?from=${encodeURIComponent(entry.key)}&to=now`}
                preventScrollReset
                className="link"
                aria-label={text.compareWithNow({ state: `${nameOf(entry)}, ${format.dateTime(entry.at)}` })}
              >
                {text.since}
              </Link>
            ),
          },
        ]}
      />
    </div>
  );
}
