import { Link } from "@remix-run/react";
import { useText } from "~/i18n/use-text";

export type Crumb = { to: string; label: string };

/** The way back up; the page itself is said by its heading. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const text = useText("shell");
  return (
    <nav aria-label={text.breadcrumb} className="text-muted text-sm print:hidden">
      <ol className="flex flex-wrap">
        {crumbs.map(({ to, label }) => (
          <li key={to} className="before:px-2 before:content-['/'] first:before:hidden">
            <Link to={to} className="inline-block min-h-6 hover:text-ink hover:underline">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
