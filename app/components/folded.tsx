import type { ReactNode } from "react";
import { useText } from "~/i18n/use-text";

/** As many rows as can be looked over at once. */
const few = 12;

/** Long tables of what was typed stay shut until they are asked for; short ones stand open. */
export function Folded({ n, children }: { n: number; children: ReactNode }) {
  const text = useText("entries");
  if (n <= few) return children;
  return (
    <details>
      <summary className="link inline-flex min-h-9 cursor-pointer items-center text-sm">
        {text.showRows({ n })}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
