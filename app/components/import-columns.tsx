/** What the columns of a file mean, one beside the other, to be mended by hand. */
import type { ReactNode } from "react";
import { DataTable } from "./data-table";

type ImportColumnsProps = {
  title: string;
  columns: readonly { heading: string; example: string; field: string }[];
  text: Record<"column" | "example" | "means" | "leaveOut", string>;
  /** What a column can mean, as options; leaving it out is the first. */
  children: ReactNode;
};

export function ImportColumns({ title, columns, text, children }: ImportColumnsProps) {
  return (
    <DataTable
      caption={title}
      captionHidden
      rows={columns.map((one, column) => ({ ...one, column }))}
      rowKey={({ column }) => column}
      columns={[
        { key: "heading", header: text.column, cell: ({ heading }) => heading || "–" },
        { key: "example", header: text.example, cell: ({ example }) => example || "–" },
        {
          key: "means",
          header: text.means,
          cell: ({ column, heading, field }) => (
            <select
              key={field}
              name={`column-${column}`}
              aria-label={`${text.means}: ${heading || column + 1}`}
              defaultValue={field}
              className="control w-full min-w-36 max-w-xs"
            >
              <option value="">{text.leaveOut}</option>
              {children}
            </select>
          ),
        },
      ]}
    />
  );
}
