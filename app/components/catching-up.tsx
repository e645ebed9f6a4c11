import { useFormat, useText } from "~/i18n/use-text";
import { useLookAgain } from "./look-again";
import { Notice } from "./notice";

const lookAgainAfter = 1500;

/** Newer answers are being counted: says as of when the page stands, and looks again until it is up to date. */
export function CatchingUp({ at }: { at: number }) {
  const text = useText("shell").computing;
  const format = useFormat();
  useLookAgain(lookAgainAfter);
  return <Notice live>{text.catchingUp({ at: format.dateTime(at) })}</Notice>;
}
