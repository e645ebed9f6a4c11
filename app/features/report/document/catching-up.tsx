import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Notice } from "~/components/notice";
import { useFormat, useText } from "~/i18n/use-text";

const lookAgainAfter = 1500;

/** Newer answers are being counted: says as of when the page stands, and looks again until it is up to date. */
export function CatchingUp({ at }: { at: number }) {
  const text = useText("sharing").page;
  const format = useFormat();
  const { state, revalidate } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(revalidate, lookAgainAfter);
    return () => clearTimeout(timer);
  }, [state, revalidate]);
  return <Notice live>{text.catchingUp({ at: format.dateTime(at) })}</Notice>;
}
