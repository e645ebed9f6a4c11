/** The light colours of the screens, for paper and slides. */
import type { ChainRole } from "~/domain/chain/role";

export const colours = {
  ink: "#1b1d21",
  muted: "#585c64",
  line: "#e2e2dc",
  edge: "#84888f",
  paper: "#ffffff",
  sunken: "#f3f3ef",
  positive: "#14683f",
  negative: "#ad3a00",
} as const;

export const roleColours: Record<ChainRole, string> = {
  decider: "#0072b2",
  user: "#008a64",
  requester: "#c57600",
  procurement: "#b5598f",
  finance: "#7c6a00",
  "it-security": "#6c7077",
};

const series = ["#3b4796", "#c4501b", "#2e8793", "#8b5e3c", "#a03c78", "#5f6d1e"];
const ramp = ["#3b4796", "#8b93c8", "#cfd4ee"];

/** A role's own colour, steps of one colour for ordered shares, else the series colours in turn. */
export function colourOf(index: number, role?: ChainRole, ordered = false): string {
  if (role) return roleColours[role];
  const from = ordered ? ramp : series;
  return from[index % from.length]!;
}
