import { useLocation, useParams } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { TextField } from "~/components/field";
import { useText } from "~/i18n/use-text";

/** Asks for the password of a link. */
export function UnlockForm() {
  const text = useText("respond").start;
  const { token } = useParams();
  const { search } = useLocation();
  const said = new URLSearchParams(search).get("password");
  const error = said === "wait" ? text.passwordWait : said === "wrong" ? text.passwordWrong : null;
  return (
    <form method="post" action={`/unlock/${token}`} className="mt-6 grid max-w-sm gap-4">
      <TextField
        name="password"
        type="password"
        label={text.password}
        error={error}
        autoComplete="off"
        required
      />
      <SubmitButton size="large" className="sm:justify-self-start">
        {text.unlock}
      </SubmitButton>
    </form>
  );
}
