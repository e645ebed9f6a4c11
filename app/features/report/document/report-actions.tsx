/** What one can do with a report beside reading it. */
import { Button, LinkButton } from "~/components/button";
import { useText } from "~/i18n/use-text";

export type FileKind = "pdf" | "pptx" | "xlsx" | "sav" | "csv" | "json";

/** Files that hold nothing but the document, and those that hold the answers, too. */
export const kindsForAll: readonly FileKind[] = ["pdf", "pptx"];
export const allKinds: readonly FileKind[] = [...kindsForAll, "xlsx", "sav", "csv", "json"];

/** The files one may take along, unfolded on demand. */
export function Files({
  base,
  kinds,
  search = "",
}: {
  base: string;
  kinds: readonly FileKind[];
  search?: string;
}) {
  const text = useText("sharing");
  return (
    <details className="relative">
      <summary className="inline-flex min-h-9 list-none items-center rounded-md border border-edge bg-surface px-3 font-medium text-sm hover:border-ink hover:bg-sunken [&::-webkit-details-marker]:hidden">
        {text.page.files}
      </summary>
      <ul className="absolute start-0 z-10 mt-1 w-72 max-w-[calc(100vw-2rem)] rounded-md border border-edge bg-surface py-1 shadow-lg sm:start-auto sm:end-0">
        {kinds.map((kind) => (
          <li key={kind}>
            <a
              href={`${base}/report.${kind}${search}`}
              download
              className="flex min-h-11 items-center px-4 py-2 text-sm hover:bg-sunken"
            >
              {text.files[kind]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function PrintButton() {
  const text = useText("report").report;
  return (
    <Button size="small" className="[@media(scripting:none)]:hidden" onClick={() => window.print()}>
      {text.print}
    </Button>
  );
}

export function PresentButton({ to }: { to: string }) {
  const text = useText("sharing").page;
  return (
    <LinkButton size="small" to={to}>
      {text.present}
    </LinkButton>
  );
}
