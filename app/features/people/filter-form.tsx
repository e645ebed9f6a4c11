import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { SubmitButton } from "~/components/button";
import { TextField } from "~/components/field";
import { useText } from "~/i18n/use-text";

/** Search and filters over a list: a plain form whose state is the address. */
export function FilterForm({
  action,
  hint,
  search,
  children,
}: {
  action: string;
  hint: string;
  search: string;
  children: ReactNode;
}) {
  const text = useText("people");
  return (
    <Form
      action={action}
      role="search"
      className="mb-5 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]"
    >
      <TextField
        key={search}
        name="search"
        type="search"
        label={text.search}
        placeholder={hint}
        defaultValue={search}
      />
      {children}
      <SubmitButton look="secondary">{text.apply}</SubmitButton>
    </Form>
  );
}

/** The address of another page of a list with the same search. */
export function hrefOf(path: string, typed: Readonly<Record<string, string>>, page: number): string {
  const kept = Object.entries(typed).filter(([, value]) => value !== "");
  return `${path}?${new URLSearchParams([...kept, ["page", String(page)]])}`;
}
