import type { Insight } from "./insight";

/** An insight as a screen takes it: how many responses stand behind it, and not whose they are. */
export type ShownInsight = Omit<Insight, "evidence"> & { responses: number };

export const shownInsight = ({ evidence, ...insight }: Insight): ShownInsight => ({
  ...insight,
  responses: evidence.length,
});
