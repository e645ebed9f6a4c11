import { Link, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";

type Tab = {
  to: string;
  label: string;
  /** Only its own address is meant, not those below it. */
  end?: boolean;
  /** Further addresses that belong to it. */
  holds?: readonly string[];
};

/** Views of one thing, each with its own address. `wraps` breaks the strip into lines instead of scrolling it. */
export function TabsNav({
  label,
  tabs,
  wraps = false,
}: {
  label: string;
  tabs: readonly Tab[];
  wraps?: boolean;
}) {
  const strip = useRef<HTMLUListElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current tab moves when the path does.
  useEffect(() => {
    const list = strip.current;
    const current = list?.querySelector<HTMLElement>("[aria-current]");
    if (list && current) list.scrollLeft = current.offsetLeft - (list.clientWidth - current.offsetWidth) / 2;
  }, [pathname]);
  const isAt = (to: string, end = false) => {
    const [path] = to.split("?");
    return pathname === path || (!end && pathname.startsWith(`${path}/`));
  };
  return (
    <nav aria-label={label} className="mb-6 border-line border-b print:hidden">
      <ul
        ref={strip}
        className={`relative -mb-px flex gap-1 p-px ${wraps ? "flex-wrap gap-y-0" : "sideways"}`}
      >
        {tabs.map(({ to, label: name, end, holds = [] }) => {
          const here = isAt(to, end);
          return (
            <li key={to}>
              <Link
                to={to}
                aria-current={here ? "page" : holds.some((one) => isAt(one)) ? "true" : undefined}
                className="flex min-h-11 items-center border-transparent border-b-2 px-3 text-muted text-sm -outline-offset-2 whitespace-nowrap hover:text-ink aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink"
              >
                {name}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
