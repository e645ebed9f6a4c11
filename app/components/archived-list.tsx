import type { ReactNode } from "react";
import { useText } from "~/i18n/use-text";
import { RowButton } from "./row-button";
import { Section } from "./section";

type ArchivedListProps = {
  title: string;
  lead?: string;
  /** Where a row is brought back, and the field that names it there. */
  action: string;
  field: string;
  /** `label` is what bringing it back does, for who hears the page. */
  rows: readonly { id: string; name: ReactNode; label: string }[];
};

/** What was archived, each with the way back; draws nothing where there is nothing. */
export function ArchivedList({ title, lead, action, field, rows }: ArchivedListProps) {
  const { restore } = useText("shell").actions;
  if (rows.length === 0) return null;
  return (
    <Section title={title} lead={lead}>
      <ul className="grid max-w-2xl">
        {rows.map(({ id, name, label }) => (
          <li key={id} className="flex items-center justify-between gap-4 border-line border-b py-1">
            <span className="min-w-0">{name}</span>
            <RowButton action={action} fields={{ [field]: id }} intent="restore" label={label}>
              {restore}
            </RowButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
