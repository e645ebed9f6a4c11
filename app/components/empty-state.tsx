import type { ReactNode } from "react";

/** Says what will be here and offers the one next step. */
export function EmptyState({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="rounded-md border border-edge border-dashed px-6 py-10">
      <p className="font-semibold text-lg">{title}</p>
      <div className="mt-1 max-w-prose text-muted">{children}</div>
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
