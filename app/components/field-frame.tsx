import type { ReactNode } from "react";
import { useText } from "~/i18n/use-text";

/** What every field has. `error` is the sentence that says how to mend it. */
export type FieldWords = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  /** Marks a field that may stay empty; the others carry no mark. */
  optional?: boolean;
  /** Defaults to `field-<name>`; give one where a page has the same name twice. */
  id?: string;
};

export const fieldId = (name: string) => `field-${name}`;

/** The attributes that tie a control to its label, hint and error. */
export const tied = ({ name, hint, error, id = fieldId(name) }: FieldWords) => ({
  id,
  name,
  "aria-invalid": error ? (true as const) : undefined,
  "aria-describedby": [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined,
});

export function Optional() {
  return <span className="font-normal text-muted text-sm">{useText("shell").form.optional}</span>;
}

export function FieldHint({ id, hint }: { id: string; hint?: ReactNode }) {
  if (!hint) return null;
  return (
    <div id={`${id}-hint`} className="text-muted text-sm">
      {hint}
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error?: string | null }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="font-medium text-negative text-sm">
      {error}
    </p>
  );
}

/** Label above, hint under it, then the control, then the error. */
export function FieldFrame({ words, children }: { words: FieldWords; children: ReactNode }) {
  const { name, label, hint, error, optional, id = fieldId(name) } = words;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
        {optional && <Optional />}
      </label>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}
