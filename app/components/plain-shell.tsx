import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useText } from "~/i18n/use-text";
import { LanguageSwitch } from "./language-switch";
import { SkipLink } from "./skip-link";

/** The frame of pages without navigation: signing in, a shared report, an explanation. */
export function PlainShell({
  width = "narrow",
  children,
}: {
  width?: "narrow" | "wide";
  children: ReactNode;
}) {
  const text = useText("shell");
  const column = `mx-auto px-4 sm:px-6 ${width === "narrow" ? "max-w-xl" : "max-w-5xl"}`;
  return (
    <>
      <SkipLink />
      <header className={`flex items-center justify-between pt-4 ${column} print:hidden`}>
        <Link to="/" className="flex min-h-11 items-center font-semibold tracking-tight">
          {text.product}
        </Link>
        <LanguageSwitch />
      </header>
      <main id="content" tabIndex={-1} className={`py-8 outline-none sm:py-12 ${column}`}>
        {children}
      </main>
    </>
  );
}
