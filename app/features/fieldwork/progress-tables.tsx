import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { Stopped } from "~/domain/fieldwork/stopped-at";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

export type RoleProgress = {
  role: ChainRole;
  started: number;
  complete: number;
  screenedOut: number;
  overQuota: number;
  unfinished: number;
};

/** How many have begun and finished in each role, and where the others stopped. */
export function ProgressTables({
  progress,
  stopped,
}: {
  progress: readonly RoleProgress[];
  stopped: readonly Stopped[];
}) {
  const text = useText("fieldwork");
  const language = useLanguage();
  const format = useFormat();
  const closed = (["screenedOut", "overQuota"] as const).filter((key) =>
    progress.some((one) => one[key] > 0),
  );
  return (
    <>
      <Section title={text.progressTitle}>
        <DataTable
          caption={text.progressTitle}
          captionHidden
          rows={progress}
          rowKey={({ role }) => role}
          columns={[
            { key: "role", header: text.role, cell: ({ role }) => <RoleChip role={role} /> },
            {
              key: "started",
              header: text.started,
              numeric: true,
              cell: ({ started }) => format.number(started),
            },
            {
              key: "complete",
              header: text.complete,
              numeric: true,
              cell: ({ complete }) => format.number(complete),
            },
            {
              key: "open",
              header: text.open,
              numeric: true,
              cell: ({ unfinished }) => format.number(unfinished),
            },
            ...closed.map((key) => ({
              ...{ key, header: text[key], numeric: true },
              cell: (row: RoleProgress) => format.number(row[key]),
            })),
          ]}
        />
      </Section>
      <Section title={text.stoppedTitle} lead={stopped.length > 0 ? text.stoppedLead : text.stoppedNone}>
        {stopped.length > 0 && (
          <DataTable
            caption={text.stoppedTitle}
            captionHidden
            rows={stopped}
            rowKey={({ role, page }) => `${role} ${page}`}
            columns={[
              {
                key: "page",
                header: text.page,
                cell: ({ number, title }) => text.pageNumber({ n: number, title: title?.[language] ?? "" }),
              },
              { key: "role", header: text.role, cell: ({ role }) => <RoleChip role={role} /> },
              { key: "people", header: text.people, numeric: true, cell: ({ n }) => format.number(n) },
              { key: "last", header: text.last, cell: ({ lastAt }) => format.dateTime(lastAt) },
            ]}
          />
        )}
      </Section>
    </>
  );
}
