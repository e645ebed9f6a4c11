import type { ReactNode } from "react";
import { useText } from "~/i18n/use-text";

export type Tone = "info" | "success" | "warn" | "danger";

const looks: Record<Tone, { box: string; word: string }> = {
  info: { box: "border-accent bg-accent-soft", word: "text-accent" },
  success: { box: "border-positive bg-positive-soft", word: "text-positive" },
  warn: { box: "border-caution bg-caution-soft", word: "text-caution" },
  danger: { box: "border-negative bg-negative-soft", word: "text-negative" },
};

type NoticeProps = {
  tone?: Tone;
  /** Replaces the tone's own word ("Note", "Mind this"). */
  title?: ReactNode;
  /** Read out when it appears: for what an action brought about. */
  live?: boolean;
  /** Only its title is seen until it is opened. */
  folded?: boolean;
  children: ReactNode;
};

/** A message with its word, set off by a line at its side. */
export function Notice({ tone = "info", title, live = false, folded = false, children }: NoticeProps) {
  const text = useText("shell");
  const look = looks[tone];
  const heading = title ?? text.tone[tone];
  if (folded)
    return (
      <details className={`rounded-e-md border-s-4 px-4 ${look.box}`}>
        <summary className={`min-h-11 cursor-pointer py-2.5 font-semibold text-sm ${look.word}`}>
          {heading}
        </summary>
        <div className="pb-3">{children}</div>
      </details>
    );
  return (
    <div
      role={live ? (tone === "danger" ? "alert" : "status") : undefined}
      className={`rounded-e-md border-s-4 px-4 py-3 ${look.box}`}
    >
      <p className={`font-semibold text-sm ${look.word}`}>{heading}</p>
      <div className="mt-0.5">{children}</div>
    </div>
  );
}
