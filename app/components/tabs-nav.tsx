import { NavLink, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** Views of one thing, each with its own address. */
export function TabsNav({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { to: string; label: string; end?: boolean }[];
}) {
  const strip = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current tab moves when the path does.
  useEffect(() => {
    const list = strip.current;
    const current = list?.querySelector<HTMLElement>("[aria-current=page]");
    if (list && current) list.scrollLeft = current.offsetLeft - (list.clientWidth - current.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav aria-label={label} className="mb-6 border-line border-b print:hidden">
      <ul ref={strip} className="relative -mb-px flex gap-1 overflow-x-auto p-px">
        {tabs.map(({ to, label: name, end }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={end}
              className="flex min-h-11 items-center border-transparent border-b-2 px-3 text-muted text-sm -outline-offset-2 whitespace-nowrap hover:text-ink aria-[current=page]:border-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
