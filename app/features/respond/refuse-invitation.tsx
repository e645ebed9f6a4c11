import { useText } from "~/i18n/use-text";
import { ReasonButtons } from "./leave-form";

/** The other way out: one tap says why not. */
export function RefuseInvitation() {
  const text = useText("respond").start;
  return (
    <details className="mt-10 border-line border-t pt-3">
      <summary className="min-h-11 py-2.5 text-muted text-sm">{text.notNow}</summary>
      <form method="post" className="mt-1 grid gap-3">
        <p className="text-sm">{text.notNowLead}</p>
        <ReasonButtons name="refuse" />
      </form>
    </details>
  );
}
