import { useNavigation } from "@remix-run/react";
import { useText } from "~/i18n/use-text";

/** A line at the top of the window while the next page is fetched; quick ones never show it. */
export function LoadingBar() {
  const { state } = useNavigation();
  const text = useText("shell");
  return (
    <div aria-live="polite" className="print:hidden">
      {state !== "idle" && (
        <div className="loading-bar">
          <span className="sr-only">{text.loading}</span>
        </div>
      )}
    </div>
  );
}
