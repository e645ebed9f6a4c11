import { Form } from "@remix-run/react";
import { type ReactNode, useId, useState } from "react";
import { useText } from "~/i18n/use-text";
import { SubmitButton } from "./button";
import { TextField } from "./field";

type ListSearchProps = {
  action: string;
  label: string;
  hint: string;
  search: string;
  apply: string;
  /** The columns where there is room for all fields beside each other. */
  columns: string;
  /** True when one of the fields behind the search says something. */
  filtering: boolean;
  children: ReactNode;
};

/**
 * Search and filters over a list: a plain form whose state is the address. On a phone the filters wait behind a word,
 * so that the list begins on the first screen.
 */
export function ListSearch(props: ListSearchProps) {
  const { action, label, hint, search, apply, columns, filtering, children } = props;
  const text = useText("filter");
  const [open, setOpen] = useState(filtering);
  const id = useId();
  return (
    <Form action={action} role="search" className={`mb-5 grid items-end gap-4 sm:grid-cols-2 ${columns}`}>
      <TextField
        key={search}
        name="search"
        type="search"
        label={label}
        placeholder={hint}
        defaultValue={search}
      />
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="link min-h-9 justify-self-start text-sm sm:hidden"
      >
        {text.open}
      </button>
      <div id={id} className={`contents ${open ? "" : "max-sm:hidden"}`}>
        {children}
      </div>
      <SubmitButton look="secondary">{apply}</SubmitButton>
    </Form>
  );
}
