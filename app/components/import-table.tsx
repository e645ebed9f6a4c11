/** Files brought in before, each with what it brought. */
import { Link } from "@remix-run/react";
import type { ImportCounts } from "~/domain/fieldwork/file-import";
import { useFormat } from "~/i18n/use-text";
import { DataTable } from "./data-table";
import { Section } from "./section";
import { Tag } from "./tag";

export type ListedImport = {
  id: string;
  fileName: string;
  counts: ImportCounts | null;
  createdAt: number;
  createdBy: string;
  finishedAt: number | null;
  undoneAt: number | null;
};

type ImportState = "undone" | "finished" | "preview";

type ImportTableProps = {
  imports: readonly ListedImport[];
  pathOf: (id: string) => string;
  text: Record<"before" | "none" | "file" | "state" | "when" | "by", string>;
  states: Record<ImportState, string>;
  /** The counts that are shown, each under its heading. */
  counts: readonly { key: Exclude<keyof ImportCounts, "changed" | "moved">; header: string }[];
};

const stateOf = ({ finishedAt, undoneAt }: ListedImport): ImportState =>
  undoneAt !== null ? "undone" : finishedAt !== null ? "finished" : "preview";
const tones = { finished: "success", preview: "warn", undone: "neutral" } as const;

export function ImportTable({ imports, pathOf, text, states, counts }: ImportTableProps) {
  const format = useFormat();
  return (
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
                <Link to={pathOf(id)} className="link">
                  {fileName}
                </Link>
              ),
            },
            {
              key: "state",
              header: text.state,
              cell: (one) => <Tag tone={tones[stateOf(one)]}>{states[stateOf(one)]}</Tag>,
            },
            { key: "when", header: text.when, cell: ({ createdAt }) => format.dateTime(createdAt) },
            { key: "by", header: text.by, cell: ({ createdBy }) => createdBy },
            ...counts.map(({ key, header }) => ({
              ...{ key, header, numeric: true },
              cell: (one: ListedImport) => (one.counts ? format.number(one.counts[key]) : "–"),
            })),
          ]}
        />
      )}
    </Section>
  );
}
