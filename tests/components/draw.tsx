import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ComponentType, ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import {
  createStaticHandler,
  createStaticRouter,
  StaticRouter,
  StaticRouterProvider,
} from "react-router-dom/server";
import { LanguageProvider } from "~/i18n/use-text";

/** The HTML the server sends for an element, in a language. */
export function drawn(element: ReactElement, language: "en" | "zh-CN" = "en"): string {
  return renderToStaticMarkup(
    <LanguageProvider language={language}>
      <StaticRouter location="/">{element}</StaticRouter>
    </LanguageProvider>,
  );
}

/** What one reads of it: tags become single spaces. */
export const read = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replace(/\s+/g, " ")
    .trim();

type Route = { loader: (given: LoaderFunctionArgs) => Promise<unknown>; default: ComponentType };

/** A page with what its own loader gives it, as the server sends it; `path` names the parameters of the address. */
export async function drawnPage(
  { loader, default: Page }: Route,
  path: string,
  request: Request,
  language: "en" | "zh-CN" = "en",
): Promise<string> {
  const load = ({ request, params }: { request: Request; params: Record<string, string | undefined> }) =>
    loader({ request, params, context: {} });
  const { dataRoutes, query } = createStaticHandler([{ path, loader: load, element: <Page /> }]);
  const context = await query(request);
  if (context instanceof Response || context.errors) throw new Error(`${path} does not open`);
  return renderToStaticMarkup(
    <LanguageProvider language={language}>
      <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} />
    </LanguageProvider>,
  );
}
