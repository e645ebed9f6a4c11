import { Link } from "@remix-run/react";
import { useText } from "~/i18n/use-text";

/** Leads to how a figure, a chart or a table is computed; `method` is the key of `/methods/:key`. */
export function MethodLink({ method }: { method: string }) {
  return (
    <Link
      to={`/methods/${method}`}
      className="link inline-flex min-h-6 items-center text-muted text-xs print:hidden"
    >
      {useText("figure").method}
    </Link>
  );
}
