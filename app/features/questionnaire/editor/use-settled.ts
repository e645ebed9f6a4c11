import { useEffect, useState } from "react";

/** The value as it was a moment ago, until it has stopped changing for `delay` milliseconds. */
export function useSettled<T>(given: T, delay: number): T {
  const [settled, setSettled] = useState(given);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(given), delay);
    return () => clearTimeout(timer);
  }, [given, delay]);
  return settled;
}
