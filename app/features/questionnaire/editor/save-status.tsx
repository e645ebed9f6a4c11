import { Link, useLocation } from "@remix-run/react";
import { useText } from "~/i18n/use-text";
import type { SaveState } from "./draft-saver";

/** One line that says whether the work is on the server, and what to do where it is not. */
export function SaveStatus({ save }: { save: SaveState }) {
  const text = useText("editor").save;
  const { pathname } = useLocation();
  const calm = save === "saved" || save === "unsaved" || save === "saving";
  return (
    <p
      role="status"
      className={`text-sm ${calm ? "text-muted" : "font-medium text-negative"}`}
      data-save={save}
    >
      {text[save]}{" "}
      {save === "signed-out" && (
        <Link to={`/sign-in?to=${encodeURIComponent(pathname)}`} className="link">
          {text.signIn}
        </Link>
      )}
    </p>
  );
}
