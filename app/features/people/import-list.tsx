import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import { Tag } from "~/components/tag";
import type { ImportCounts } from "~/domain/fieldwork/file-import";
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

const stateOf = ({ finishedAt, undoneAt }: Listed) =>
  undoneAt !== null ? "undone" : finishedAt !== null ? "finished" : "preview";

/** Files brought in before, each with what it brought. */
export function ImportList({ imports }: { imports: readonly Listed[] }) {
  const all = useText("people");
  const text = all.import;
  const format = useFormat();
  const counted = (key: Exclude<keyof ImportCounts, "changed">) => ({
    key,
    header: key === "added" ? text.added : key === "known" ? text.known : text.refused,
    numeric: true,
    cell: ({ counts }: Listed) => (counts ? format.number(counts[key]) : "–"),
  });
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
                <Link to={`/companies/imports/${id}`} className="link">
                  {fileName}
                </Link>
              ),
            },
            {
              key: "state",
              header: all.state,
              cell: (one) => {
                const state = stateOf(one);
                return (
                  <Tag tone={state === "finished" ? "success" : state === "preview" ? "warn" : "neutral"}>
                    {text.status[state]}
                  </Tag>
                );
              },
            },
            { key: "when", header: text.when, cell: ({ createdAt }) => format.dateTime(createdAt) },
            { key: "by", header: text.by, cell: ({ createdBy }) => createdBy },
            counted("added"),
            counted("known"),
            counted("refused"),
          ]}
        />
      )}
    </Section>
  );
}
