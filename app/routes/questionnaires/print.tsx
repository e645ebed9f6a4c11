/** A questionnaire on paper. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { languages } from "~/domain/language";
import { PrintedQuestionnaire } from "~/features/questionnaire/preview/printed-questionnaire";
import { parseLanguage } from "~/i18n/language-of";
import { useText } from "~/i18n/use-text";
import { compileDraft } from "~/server/compile-once";
import { requireQuestionnaire } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { questionnaire, language } = await requireQuestionnaire(request, params, "readStudies");
  const made = await compileDraft(questionnaire);
  const asked = parseLanguage(new URL(request.url).searchParams.get("lang"));
  return { compiled: made.ok ? made.compiled : null, shown: asked ?? language };
};

export default function Print() {
  const { compiled, shown } = useLoaderData<typeof loader>();
  const text = useText("preview");
  const names = useText("shell").language;
  if (!compiled) return <Notice tone="warn">{text.broken}</Notice>;
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm print:hidden">
        <span className="text-muted">{text.printed.lead}</span>
        {languages.map((one) => (
          <Link
            key={one}
            to={`?lang=${one}`}
            aria-current={one === shown ? "true" : undefined}
            className="link inline-flex min-h-6 items-center aria-[current]:font-semibold"
          >
            {names[one]}
          </Link>
        ))}
        <Button size="small" className="ms-auto" onClick={() => window.print()}>
          {text.printed.doIt}
        </Button>
      </div>
      <PrintedQuestionnaire compiled={compiled} language={shown} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
