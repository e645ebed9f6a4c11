/** Where fieldwork loses people, and what they say of it. */
import type { ChainRole } from "../chain/role";
import type { LocalText } from "../language";

/** Said no, opened the invitation and did not begin, or stopped at a page of the questionnaire of a role. */
export type LostPlace =
  | { kind: "declined" | "opened" }
  | { kind: "page"; role: ChainRole; page: string; n: number; title: LocalText | null };

/** `reasons`: how often each was given, the most frequent first; "" is that nothing was said. */
export type LostGroup = { place: LostPlace; n: number; reasons: { reason: string; n: number }[] };

const keyOf = (place: LostPlace) => (place.kind === "page" ? `page ${place.role} ${place.page}` : place.kind);

/** The lost by place, where most are first, each with the reasons given there. */
export function groupLost(lost: readonly { place: LostPlace; reason: string }[]): LostGroup[] {
  const groups = new Map<string, { place: LostPlace; reasons: Map<string, number> }>();
  for (const { place, reason } of lost) {
    const group = groups.get(keyOf(place)) ?? { place, reasons: new Map<string, number>() };
    groups.set(keyOf(place), group);
    group.reasons.set(reason, (group.reasons.get(reason) ?? 0) + 1);
  }
  return [...groups.values()]
    .map(({ place, reasons }) => ({
      place,
      n: [...reasons.values()].reduce((sum, n) => sum + n, 0),
      reasons: [...reasons].map(([reason, n]) => ({ reason, n })).sort((a, b) => b.n - a.n),
    }))
    .sort((a, b) => b.n - a.n);
}
