import { useText } from "~/i18n/use-text";
import { LinkButton } from "./button";

type PaginationProps = {
  /** Counted from 1. */
  page: number;
  pages: number;
  href: (page: number) => string;
};

/** Leads to the pages before and after. Draws nothing when there is only one. */
export function Pagination({ page, pages, href }: PaginationProps) {
  const text = useText("shell").pages;
  if (pages <= 1) return null;
  return (
    <nav aria-label={text.label} className="mt-4 flex items-center gap-4 text-sm print:hidden">
      {page > 1 && (
        <LinkButton size="small" rel="prev" to={href(page - 1)}>
          {text.previous}
        </LinkButton>
      )}
      <span className="text-muted tabular-nums">{text.position({ page, pages })}</span>
      {page < pages && (
        <LinkButton size="small" rel="next" to={href(page + 1)}>
          {text.next}
        </LinkButton>
      )}
    </nav>
  );
}
