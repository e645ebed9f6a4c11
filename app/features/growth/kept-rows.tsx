import { LinkButton } from "~/components/button";
import { type Column, DataTable } from "~/components/data-table";
import { Folded } from "~/components/folded";
import { Section } from "~/components/section";
import { useText } from "~/i18n/use-text";

type KeptRowsProps<Row> = {
  title: string;
  lead?: string;
  /** The oldest first. */
  rows: readonly Row[];
  rowKey(row: Row): string;
  columns: readonly Column<Row>[];
  /** The file of these rows. */
  csv: string;
};

/** Rows as they were written down, the newest first; many are folded away. */
export function KeptRows<Row>({ title, lead, rows, rowKey, columns, csv }: KeptRowsProps<Row>) {
  const text = useText("growth");
  return (
    <Section
      title={title}
      lead={lead}
      actions={
        rows.length > 0 && (
          <LinkButton to={csv} reloadDocument size="small">
            {text.download}
          </LinkButton>
        )
      }
    >
      <Folded n={rows.length}>
        <DataTable caption={title} captionHidden rows={rows.toReversed()} rowKey={rowKey} columns={columns} />
      </Folded>
    </Section>
  );
}
