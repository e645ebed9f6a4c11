import type { CollectorKind } from "./collector";

type WayIn = {
  kind: CollectorKind;
  opensAt: number | null;
  closesAt: number | null;
  closedAt: number | null;
  cap: number | null;
};

/**
 * Why a way in takes no newcomer at this moment, or null when it does. `begun` is the number of responses begun
 * through it. Who has begun may always go on.
 */
export function admits(
  { kind, opensAt, closesAt, closedAt, cap }: WayIn,
  { begun, waveEnded, now }: { begun: number; waveEnded: boolean; now: number },
): "unknown" | "personal" | "not-yet" | "closed" | "full" | null {
  if (kind === "import") return "unknown";
  if (kind === "personal") return "personal";
  if (waveEnded || closedAt !== null || (closesAt !== null && closesAt <= now)) return "closed";
  if (opensAt !== null && opensAt > now) return "not-yet";
  return cap !== null && begun >= cap ? "full" : null;
}
