import { type ReactNode, useEffect, useRef } from "react";

/** What is folded on a screen and lies open on paper. */
export function PaperFold({
  summary,
  className,
  children,
}: {
  summary: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    let wasOpen = false;
    const unfold = () => {
      if (!fold.current) return;
      wasOpen = fold.current.open;
      fold.current.open = true;
    };
    const foldAgain = () => {
      if (fold.current) fold.current.open = wasOpen;
    };
    window.addEventListener("beforeprint", unfold);
    window.addEventListener("afterprint", foldAgain);
    return () => {
      window.removeEventListener("beforeprint", unfold);
      window.removeEventListener("afterprint", foldAgain);
    };
  }, []);
  return (
    <details ref={fold} className={className}>
      <summary className="link inline-flex min-h-9 items-center text-muted text-sm print:hidden">
        {summary}
      </summary>
      {children}
    </details>
  );
}
