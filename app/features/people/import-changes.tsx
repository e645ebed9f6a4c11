import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import type { ChainRole } from "~/domain/chain/role";
import { industryName, sizeName } from "~/domain/fieldwork/company-words";
import type { PlannedChange } from "~/domain/fieldwork/plan-contacts";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

type ImportChangesProps = {
  title: string;
  lead: string;
  changes: readonly Omit<PlannedChange, "kind">[];
  total: number;
};

/** What the file says anew about those who are there already, before and after. */
export function ImportChanges({ title, lead, changes, total }: ImportChangesProps) {
  const text = useText("people").import;
  const all = useText("people");
  const roles = useText("roles").chain;
  const languages = useText("shell").language;
  const language = useLanguage();
  const format = useFormat();
  const names: Record<string, string> = {
    ...{ name: all.name, email: all.email, phone: all.phone, position: all.position, tags: all.tags },
    ...{ primaryRole: all.role, language: all.language, size: all.size, industry: all.industry },
    ...{
      company: all.company,
      region: all.region,
      consentAt: text.fields.consent,
      optedOutAt: text.fields.optedOut,
    },
  };
  const words = (field: string, value: unknown): string => {
    if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return "–";
    if (field === "primaryRole") return roles[value as ChainRole];
    if (field === "language") return languages[value as keyof typeof languages];
    if (field === "size") return sizeName(String(value), language);
    if (field === "industry") return industryName(String(value), language);
    return field.endsWith("At")
      ? format.date(value as number)
      : Array.isArray(value)
        ? value.join(", ")
        : String(value);
  };
  const rows = changes.flatMap(({ row, id, name, before, after }) =>
    Object.keys(after)
      .filter((field) => names[field])
      .map((field) => ({
        ...{ key: `${id} ${field}`, row, name, field: names[field] },
        ...{ before: words(field, before[field]), after: words(field, after[field]) },
      })),
  );
  return (
    <Section title={title} lead={lead}>
      <DataTable
        caption={title}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "row", header: text.row, cell: ({ row }) => row },
          { key: "name", header: all.name, cell: ({ name }) => name },
          { key: "field", header: text.field, cell: ({ field }) => field },
          { key: "before", header: text.so, cell: ({ before }) => before },
          { key: "after", header: text.after, cell: ({ after }) => after },
        ]}
      />
      {total > changes.length && (
        <p className="mt-2 text-muted text-sm">{text.more({ n: total - changes.length })}</p>
      )}
    </Section>
  );
}
