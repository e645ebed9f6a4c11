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
import { languageOf } from "./i18n/language-of";
import { LanguageProvider } from "./i18n/use-text";
import styles from "./styles.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction = () => [{ title: "Trivista" }];

export const loader = ({ request }: LoaderFunctionArgs) => ({
  language: languageOf(request),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

/** Respondent pages say `handle = { scripts: false }`: plain HTML and forms, nothing to hydrate. */
const runsScripts = (handle: unknown) =>
  !(typeof handle === "object" && handle !== null && "scripts" in handle && handle.scripts === false);

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const withScripts = runsScripts(useMatches().at(-1)?.handle);
  // Browsers hide a nonce once they have read it, so hydration would see a difference.
  const scripts = { nonce: useNonce(), suppressHydrationWarning: true };
  const language = root?.language ?? "en";
  return (
    <html lang={language}>
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
        {withScripts && <ScrollRestoration {...scripts} />}
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
