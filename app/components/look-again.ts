import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** Reads the page again `after` ms for as long as who calls it is shown, each time a little later, up to `most`. */
export function useLookAgain(after: number, most = after): void {
  const { state, revalidate } = useRevalidator();
  const idle = useNavigation().state === "idle" && state === "idle";
  const wait = useRef(after);
  useEffect(() => {
    if (!idle) return;
    const timer = setTimeout(() => {
      wait.current = Math.min(wait.current * 1.25, most);
      revalidate();
    }, wait.current);
    return () => clearTimeout(timer);
  }, [idle, most, revalidate]);
}
