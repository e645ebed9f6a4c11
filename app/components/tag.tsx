import type { ReactNode } from "react";
import type { Texts } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import type { Tone } from "./notice";

const tones: Record<Tone | "neutral", string> = {
  neutral: "border-line bg-sunken text-ink",
  info: "border-transparent bg-accent-soft text-accent",
  success: "border-transparent bg-positive-soft text-positive",
  warn: "border-transparent bg-caution-soft text-caution",
  danger: "border-transparent bg-negative-soft text-negative",
};

/** A word that says a state or a kind. */
export function Tag({ tone = "neutral", children }: { tone?: Tone | "neutral"; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center rounded-sm border px-2 py-0.5 font-medium text-xs whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}

export type ChainRole = keyof Texts<"roles">["chain"];

const dots: Record<ChainRole, string> = {
  decider: "bg-decider",
  user: "bg-user",
  requester: "bg-requester",
  procurement: "bg-procurement",
  finance: "bg-finance",
  "it-security": "bg-it-security",
};

/** A role of the decision chain: its colour and its word, the same everywhere. */
export function RoleChip({ role, primary = false }: { role: ChainRole; primary?: boolean }) {
  const text = useText("roles");
  return (
    <span
      className={`inline-flex items-center gap-1.5 text-sm whitespace-nowrap ${primary ? "font-semibold" : ""}`}
    >
      <span aria-hidden="true" className={`size-2.5 shrink-0 rounded-sm ${dots[role]}`} />
      {text.chain[role]}
    </span>
  );
}
