import { ImportTable, type ListedImport } from "~/components/import-table";
import { useText } from "~/i18n/use-text";

/** Files of people brought in before. */
export function ImportList({ imports }: { imports: readonly ListedImport[] }) {
  const { import: text, state } = useText("people");
  return (
    <ImportTable
      imports={imports}
      pathOf={(id) => `/companies/imports/${id}`}
      text={{ ...text, state }}
      states={text.status}
      counts={(["added", "known", "refused"] as const).map((key) => ({ key, header: text[key] }))}
    />
  );
}
