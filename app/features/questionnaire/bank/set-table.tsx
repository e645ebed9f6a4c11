import { DataTable } from "~/components/data-table";
import { RoleChip, Tag } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import { mostMinutes } from "~/domain/questionnaire/craft";
import { useFormat, useText } from "~/i18n/use-text";

export type SetLine = { role: ChainRole; minutes: number | null; questions: number };

/** Which roles a set asks, with how much each is asked; `taken` have a questionnaire in the study. */
export function SetTable({ lines, taken }: { lines: readonly SetLine[]; taken: readonly ChainRole[] }) {
  const text = useText("roleSets");
  const format = useFormat();
  return (
    <DataTable
      caption={text.tableTitle}
      captionHidden
      rows={lines}
      rowKey={({ role }) => role}
      columns={[
        { key: "role", header: text.role, cell: ({ role }) => <RoleChip role={role} /> },
        {
          key: "questions",
          header: text.questions,
          numeric: true,
          cell: ({ questions }) => format.number(questions),
        },
        {
          key: "minutes",
          header: text.minutes,
          numeric: true,
          cell: ({ role, minutes }) => (
            <span className="inline-flex flex-wrap items-center justify-end gap-2">
              {minutes !== null && minutes > mostMinutes[role] && (
                <Tag tone="warn">{text.over({ most: mostMinutes[role] })}</Tag>
              )}
              {minutes === null ? "–" : text.about({ n: minutes })}
            </span>
          ),
        },
        {
          key: "state",
          header: text.state,
          cell: ({ role }) => (taken.includes(role) ? text.taken : text.free),
        },
      ]}
    />
  );
}
