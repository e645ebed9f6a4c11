import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorPage } from "./components/error-page";
import { useNonce } from "./components/nonce";
import { languageIn, languageOf } from "./i18n/language-of";
import { LanguageProvider } from "./i18n/use-text";
import styles from "./styles.css?url";

// Three people of one chain, in the colours of decider, user and requester.
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M7 25 16 7l9 18" fill="none" stroke="#84888f" stroke-width="2"/><circle cx="16" cy="7" r="6" fill="#0072b2"/><circle cx="7" cy="25" r="6" fill="#008a64"/><circle cx="25" cy="25" r="6" fill="#c57600"/></svg>`;

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", type: "image/svg+xml", href: `data:image/svg+xml,${encodeURIComponent(icon)}` },
];

export const meta: MetaFunction = () => [{ title: "Trivista" }];

export const loader = ({ request }: LoaderFunctionArgs) => ({
  language: languageOf(request),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

/** Respondent pages say `handle = { scripts: false }`: plain HTML and forms, nothing to hydrate. */
const runsScripts = (handle: unknown) =>
  !(typeof handle === "object" && handle !== null && "scripts" in handle && handle.scripts === false);

/** The look a page is to have whatever the reader's system asks for; most leave it to that. */
const themeIn = (data: unknown): "light" | "dark" | undefined =>
  typeof data === "object" &&
  data !== null &&
  "theme" in data &&
  (data.theme === "light" || data.theme === "dark")
    ? data.theme
    : undefined;

let jumps = 0;
/**
 * Where a page had been scrolled to is remembered by the key of its place. A plain link to a part of the page has none of
 * its own: under the one that all of them share, each jump would end where the last one began.
 */
const placeOf = ({ key, hash }: { key: string; hash: string }) =>
  key === "default" && hash !== "" ? `jump ${jumps++}` : key;

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const page = useMatches().at(-1);
  const withScripts = runsScripts(page?.handle);
  // Browsers hide a nonce once they have read it, so hydration would see a difference.
  const scripts = { nonce: useNonce(), suppressHydrationWarning: true };
  // A page may speak another language than the browser asks for: a response keeps the one it is answered in.
  const language = languageIn(page?.data) ?? root?.language ?? "en";
  return (
    <html lang={language} data-theme={themeIn(page?.data)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageProvider language={language} timeZone={root?.timeZone}>
          {children}
        </LanguageProvider>
        {withScripts && <ScrollRestoration {...scripts} getKey={placeOf} />}
        {withScripts && <Scripts {...scripts} />}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
