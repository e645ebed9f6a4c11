import { Form, Link } from "@remix-run/react";
import { useText } from "~/i18n/use-text";
import { Button } from "./button";

type RowChangesProps = {
  action: string;
  /** What names the row and its state to the action. */
  fields: Readonly<Record<string, string | number>>;
  /** Where the row is opened to be changed. */
  editAt: string;
  removeIntent: string;
  /** The row by name, for those who hear the two buttons apart from it. */
  editLabel: string;
  removeLabel: string;
  /** Where there is room: one beside the other. */
  wide?: boolean;
};

/** At the end of a row of what was entered: change it, or take it out. */
export function RowChanges({
  action,
  fields,
  editAt,
  removeIntent,
  editLabel,
  removeLabel,
  wide = false,
}: RowChangesProps) {
  const actions = useText("shell").actions;
  return (
    <Form
      method="post"
      action={action}
      className={wide ? "flex gap-2" : "grid justify-items-start"}
      preventScrollReset
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Link to={editAt} className="link inline-flex min-h-9 items-center px-2 text-sm" aria-label={editLabel}>
        {actions.edit}
      </Link>
      <Button
        type="submit"
        look="plain"
        size="small"
        name="intent"
        value={removeIntent}
        aria-label={removeLabel}
      >
        {actions.remove}
      </Button>
    </Form>
  );
}
