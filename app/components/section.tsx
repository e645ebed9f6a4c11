import { type ReactNode, useId } from "react";

type SectionProps = {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** The heading's level, so that the outline of the page stays true. */
  level?: 2 | 3;
  id?: string;
  children: ReactNode;
};

/** A part of a page under its own heading. */
export function Section({ title, lead, actions, level = 2, id, children }: SectionProps) {
  const heading = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      id={id}
      aria-labelledby={heading}
      className={level === 2 ? "mt-10 first:mt-0" : "mt-6 first:mt-0"}
    >
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 print:break-after-avoid">
        <div>
          <Heading id={heading} className={level === 2 ? "text-lg" : "text-base"}>
            {title}
          </Heading>
          {lead && <p className="mt-1 max-w-prose text-muted text-sm">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** A sheet that sets something off from the page. */
export function Panel({ className = "", children }: { className?: string; children: ReactNode }) {
  return <div className={`rounded-md border border-line bg-surface p-4 sm:p-5 ${className}`}>{children}</div>;
}
