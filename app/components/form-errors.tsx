import { useEffect, useRef } from "react";
import { useText } from "~/i18n/use-text";
import { fieldId } from "./field-frame";

/** One message; with a `name` it leads to that field, without one it concerns the whole form. */
export type FormError = { name?: string; id?: string; message: string };

/** Stands above a form that came back: takes the focus and leads to each field in question. Draws nothing without errors. */
export function FormErrors({ errors }: { errors: readonly FormError[] }) {
  const text = useText("shell").form;
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the server is a new list, and is read anew.
  useEffect(() => box.current?.focus(), [errors]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-md border border-negative bg-negative-soft px-4 py-3"
    >
      <p className="font-semibold text-negative">{text.errors({ n: errors.length })}</p>
      <ul className="mt-1 list-disc ps-5">
        {errors.map(({ name, id = name && fieldId(name), message }) => (
          <li key={`${id} ${message}`}>
            {id ? (
              <a href={`#${id}`} className="link">
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
