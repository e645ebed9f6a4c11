import { Link } from "@remix-run/react";
import { useText } from "~/i18n/use-text";

/**
 * Leads to how a figure, a chart or a table is computed; `method` is the key of `/methods/:key`. Several beside each
 * other are told apart by the name of what each computes.
 */
export function MethodLink({ method, of }: { method: string; of?: string }) {
  const text = useText("figure");
  return (
    <Link
      to={`/methods/${method}`}
      className="link inline-flex min-h-6 items-center text-muted text-xs print:hidden"
    >
      {of ? text.methodOf({ of }) : text.method}
    </Link>
  );
}
