import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, type ButtonLook } from "./button";

type RowButtonProps = {
  /** Where it is posted; the page itself by default. */
  action?: string;
  /** What names the row. */
  fields: Readonly<Record<string, string>>;
  intent: string;
  /** What it does to which row, for who hears the page. */
  label: string;
  look?: ButtonLook;
  children: ReactNode;
};

/** A small button that does one thing to the row beside it. */
export function RowButton({ action, fields, intent, label, look = "plain", children }: RowButtonProps) {
  return (
    <Form method="post" action={action} preventScrollReset>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" look={look} size="small" name="intent" value={intent} aria-label={label}>
        {children}
      </Button>
    </Form>
  );
}
