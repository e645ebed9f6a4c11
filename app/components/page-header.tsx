import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./breadcrumb";

type PageHeaderProps = {
  title: ReactNode;
  /** One sentence: what this page is for, or what it has found. */
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  /** Buttons; at most one of them primary. */
  actions?: ReactNode;
  /** Tags beside the title. */
  tags?: ReactNode;
};

/** The head of a page, with its only h1. */
export function PageHeader({ title, lead, crumbs, actions, tags }: PageHeaderProps) {
  return (
    <div className="mb-8 grid gap-2">
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid gap-2">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-2xl tracking-tight">{title}</h1>
            {tags}
          </div>
          {lead && <p className="max-w-prose text-muted">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
      </div>
    </div>
  );
}
