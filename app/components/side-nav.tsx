import { Link, NavLink, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { StateMark, type WorkState } from "./state-mark";

export type SideNavItem = { to: string; label: string; state?: WorkState; end?: boolean };

type SideNavProps = {
  label: string;
  /** Stands above the list where there is room: the work these steps belong to. */
  heading?: { to: string; label: string };
  items: readonly SideNavItem[];
};

/** The steps of a piece of work with their states: a list beside the page, a strip above it on narrow screens. */
export function SideNav({ label, heading, items }: SideNavProps) {
  const strip = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current link moves when the path does.
  useEffect(() => {
    const list = strip.current;
    const current = list?.querySelector<HTMLElement>("[aria-current=page]");
    if (list && current) list.scrollLeft = current.offsetLeft - (list.clientWidth - current.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav aria-label={label}>
      {heading && (
        <Link to={heading.to} className="hidden px-4 pb-3 font-semibold lg:block">
          {heading.label}
        </Link>
      )}
      <ul
        ref={strip}
        className="relative flex gap-1 sideways p-1 lg:flex-col lg:overflow-visible lg:[mask-image:none]"
      >
        {items.map(({ to, label: name, state, end }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={end}
              className="flex min-h-10 items-center justify-between gap-3 whitespace-nowrap lg:gap-1 rounded-md px-3 text-sm hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-semibold"
            >
              {name}
              {state && <StateMark state={state} wordHidden={state !== "needs-you"} />}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
