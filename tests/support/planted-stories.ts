/** Stories drawn at random, and how an insight is recognised as telling one. */
import type { Insight } from "~/domain/report/insight";
import { type Random, seededRandom } from "~/domain/stats/seeded-random";
import { causes, items, needs, rivals, type Story, sizes, trades } from "./planted";

export const rule = { threshold: 0.4, minUses: 2, windowDays: 14 };

const pick = <T>(random: Random, from: readonly T[]) => from[Math.floor(random() * from.length)]!;

type Told = { draw: (random: Random) => Story; tells: (story: Story, insight: Insight) => boolean };

const aboutConflict = ({ conflict }: Story, { kind, about }: Insight) =>
  kind === "contradiction" &&
  about.measure === conflict?.measure &&
  about.item === conflict?.item &&
  about.roles?.[0] === conflict?.higher;

export const stories = {
  "decider and users conflict on an item in a segment": {
    draw: (random) => {
      const by = pick(random, ["size", "industry"] as const);
      return {
        conflict: {
          measure: pick(random, ["anchor.importance", "anchor.satisfaction"] as const),
          item: pick(random, items),
          higher: pick(random, ["decider", "user"] as const),
          points: 2.2,
          segment: { by, value: pick(random, by === "size" ? sizes : trades) },
        },
      };
    },
    tells: aboutConflict,
  },
  "decider and users conflict on an item everywhere": {
    draw: (random) => ({
      conflict: {
        measure: pick(random, ["anchor.importance", "anchor.satisfaction"] as const),
        item: pick(random, items),
        higher: pick(random, ["decider", "user"] as const),
        points: 1.3,
      },
    }),
    tells: aboutConflict,
  },
  "a cause lies behind a need": {
    draw: (random) => ({
      cause: { need: pick(random, needs), cause: pick(random, causes), share: 0.85, base: 0.2 },
    }),
    tells: ({ cause }, { kind, about }) =>
      kind === "cause" && about.cause === cause?.cause && about.need === cause?.need,
  },
  "a rival wins among requesters": {
    draw: (random) => ({ rival: { role: "requester", key: pick(random, rivals), theirs: 0.72, ours: 0.06 } }),
    tells: ({ rival }, { kind, about }) =>
      kind === "threat" && about.rival === rival?.key && about.roles?.[0] === "requester",
  },
} satisfies Record<string, Told>;
export const storyNames = Object.keys(stories) as (keyof typeof stories)[];

/** The story of a seed: told by name, its particulars by chance. */
export const storyOf = (name: keyof typeof stories, seed: number): Story =>
  stories[name].draw(seededRandom(1 + seed));
