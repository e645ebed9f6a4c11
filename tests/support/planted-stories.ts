/** Stories drawn at random, and how an insight is recognised as telling one. */
import type { Insight } from "~/domain/report/insight";
import { type Random, seededRandom } from "~/domain/stats/seeded-random";
import { causes, items, needs, rivals, type Story, sizes, trades } from "./planted";

export const rule = { threshold: 0.4, minUses: 2, windowDays: 14 };

const pick = <T>(random: Random, from: readonly T[]) => from[Math.floor(random() * from.length)]!;

type Told = { draw: (random: Random) => Story; tells: (story: Story, insight: Insight) => boolean };

const tellsConflict = ({ conflict }: Story, { kind, about }: Insight) =>
  kind === "contradiction" &&
  about.measure === conflict?.measure &&
  about.item === conflict?.item &&
  about.roles?.[0] === conflict?.higher;

const drawConflict = (random: Random, points: number) => ({
  measure: pick(random, ["anchor.importance", "anchor.satisfaction"] as const),
  item: pick(random, items),
  higher: pick(random, ["decider", "user"] as const),
  points,
});

/** Decider and user pulled apart in one segment, which the insight must name, or at least speak of. */
const inSegment = (points: number): Told => ({
  draw: (random) => {
    const by = pick(random, ["size", "industry"] as const);
    const segment = { by, value: pick(random, by === "size" ? sizes : trades) };
    return { conflict: { ...drawConflict(random, points), segment } };
  },
  tells: tellsConflict,
});

const everywhere = (points: number): Told => ({
  draw: (random) => ({ conflict: drawConflict(random, points) }),
  tells: tellsConflict,
});

const behind = (share: number, base: number): Told => ({
  draw: (random) => ({ cause: { need: pick(random, needs), cause: pick(random, causes), share, base } }),
  tells: ({ cause }, { kind, about }) =>
    kind === "cause" && about.cause === cause?.cause && about.need === cause?.need,
});

const winning = (theirs: number, ours: number): Told => ({
  draw: (random) => ({ rival: { role: "requester", key: pick(random, rivals), theirs, ours } }),
  tells: ({ rival }, { kind, about }) =>
    kind === "threat" && about.rival === rival?.key && about.roles?.[0] === "requester",
});

const wanting = (pmf: number, verdict: string): Told => ({
  draw: () => ({ pmf }),
  tells: (_, { kind, about }) =>
    kind === "verdict" && about.roles?.[0] === "user" && !about.segment && !!about.item?.endsWith(verdict),
});

export const stories = {
  "decider and users conflict on an item in a segment": inSegment(2.2),
  "decider and users conflict on an item everywhere": everywhere(1.3),
  "a cause lies behind a need": behind(0.85, 0.2),
  "a rival wins among requesters": winning(0.72, 0.06),
} satisfies Record<string, Told>;
export const storyNames = Object.keys(stories) as (keyof typeof stories)[];

/** The story of a seed: told by name, its particulars by chance. */
export const storyOf = (name: keyof typeof stories, seed: number): Story =>
  stories[name].draw(seededRandom(1 + seed));

/** The same stories with stronger and weaker effects; `sure`: must be told in nine of ten from 40 companies on. */
export const strengthsOfStories: (Told & { label: string; sure: boolean })[] = [
  ...[2.2, 1.6, 1.3].map((points) => ({
    ...inSegment(points),
    ...{ label: `conflict of ${points} points in a segment`, sure: points >= 1.6 },
  })),
  ...[1.3, 0.8, 0.6].map((points) => ({
    ...everywhere(points),
    ...{ label: `conflict of ${points} points everywhere`, sure: points >= 0.8 },
  })),
  ...[0.85, 0.7, 0.6].map((share) => ({
    ...behind(share, 0.2),
    ...{ label: `cause named by ${share} with the need, 0.2 without`, sure: share >= 0.7 },
  })),
  ...[
    [0.72, 0.06],
    [0.6, 0.1],
    [0.6, 0.15],
    [0.5, 0.15],
  ].map(([theirs, ours]) => ({
    ...winning(theirs!, ours!),
    ...{ label: `rival chosen by ${theirs} of requesters, us by ${ours}`, sure: theirs! >= 0.6 },
  })),
  { ...wanting(0.25, "below"), label: "25% would be very disappointed", sure: true },
  { ...wanting(0.55, "above"), label: "55% would be very disappointed", sure: true },
];
