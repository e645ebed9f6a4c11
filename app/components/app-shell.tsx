import { Link, NavLink, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useText } from "~/i18n/use-text";
import { LanguageSwitch } from "./language-switch";
import { LoadingBar } from "./loading-bar";
import { SideNav, type SideNavItem } from "./side-nav";
import { SkipLink } from "./skip-link";

export type NavItem = { to: string; label: string };

type AppShellProps = {
  nav: readonly NavItem[];
  /** What stands at the far end of the header: who is signed in, and the way out. */
  account?: ReactNode;
  /** The study one is in, with its steps. */
  study?: { name: string; to: string; items: readonly SideNavItem[] };
  children: ReactNode;
};

function MainNav({
  nav,
  className,
  tall = false,
}: {
  nav: readonly NavItem[];
  className: string;
  tall?: boolean;
}) {
  const text = useText("shell");
  return (
    <nav aria-label={text.mainNavigation}>
      <ul className={className}>
        {nav.map(({ to, label }) => (
          <li key={to}>
            <NavLink
              to={to}
              className={`flex items-center text-sm ${tall ? "min-h-11 px-1" : "-mb-px min-h-14 border-transparent border-b-2 px-3"} text-muted hover:text-ink aria-[current=page]:border-ink aria-[current=page]:font-medium aria-[current=page]:text-ink`}
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The frame of every signed-in page. */
export function AppShell({ nav, account, study, children }: AppShellProps) {
  const text = useText("shell");
  const { pathname } = useLocation();
  return (
    <>
      <SkipLink />
      <LoadingBar />
      <header className="border-line border-b bg-surface print:hidden">
        <div className="mx-auto flex max-w-[88rem] items-center gap-6 px-4 sm:px-6">
          <Link to="/" className="flex min-h-14 items-center font-semibold tracking-tight">
            {text.product}
          </Link>
          <div className="hidden flex-1 md:block">
            <MainNav nav={nav} className="flex" />
          </div>
          <div className="hidden items-center gap-2 md:flex">
            <LanguageSwitch />
            {account}
          </div>
          <details key={pathname} className="ms-auto md:hidden">
            <summary className="flex min-h-11 list-none items-center rounded-md px-3 text-sm [&::-webkit-details-marker]:hidden">
              {text.menu}
            </summary>
            <div className="absolute inset-x-0 z-10 border-line border-b bg-surface px-4 py-2 shadow-lg">
              <MainNav nav={nav} className="grid" tall />
              <div className="mt-2 flex items-center justify-between border-line border-t pt-2">
                <LanguageSwitch />
                {account}
              </div>
            </div>
          </details>
        </div>
      </header>
      <div
        className={`mx-auto max-w-[88rem] lg:flex ${study ? "[--held-above:3.0625rem] lg:[--held-above:0px]" : ""}`}
      >
        {study && (
          <div className="sticky top-0 z-[5] border-line border-b bg-paper lg:w-64 lg:shrink-0 lg:self-start lg:border-b-0 lg:py-8 lg:ps-3 print:hidden">
            <SideNav
              label={text.studyNavigation}
              heading={{ to: study.to, label: study.name }}
              items={study.items}
            />
          </div>
        )}
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 flex-1 px-4 py-6 outline-none sm:px-6 lg:px-10 lg:py-8"
        >
          {children}
        </main>
      </div>
    </>
  );
}
