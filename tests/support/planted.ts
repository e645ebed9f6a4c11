/**
 * Studies with a known story, or with none: companies of several sizes and industries whose people answer around
 * means that the story shifts. Everything else is chance, with colleagues alike.
 */
import type { ChainRole } from "~/domain/chain/role";
import { companyKey } from "~/domain/fieldwork/company-key";
import { anchorAttributes, problems } from "~/domain/questionnaire/answer-options";
import { itemsMeasuring } from "~/domain/questionnaire/by-measure";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import type { Answers, Compiled } from "~/domain/questionnaire/compiled";
import type { MeasureKey } from "~/domain/questionnaire/measures";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import type { Evidence } from "~/domain/report/evidence";
import { type Random, seededRandom } from "~/domain/stats/seeded-random";
import { sampleBrief } from "~/domain/study/sample-brief";

export type Story = {
  /** Decider and user pulled apart on an item by so many points, in a segment or everywhere. */
  conflict?: {
    measure: "anchor.importance" | "anchor.satisfaction";
    item: string;
    higher: "decider" | "user";
    points: number;
    segment?: { by: "size" | "industry"; value: string };
  };
  /** Where the decider names the need, this share of the users names the cause; `base` elsewhere. */
  cause?: { need: string; cause: string; share: number; base: number };
  /** Shares of a role that choose the rival and us. */
  rival?: { role: "requester" | "decider" | "user"; key: string; theirs: number; ours: number };
  /** True share of very disappointed users; 40 % unless set. */
  pmf?: number;
};

/** Who answers, and how: what a study can be like without anything being planted in it. */
export type Shape = {
  /** How many people of a role answer in a company. */
  people: Record<PlantedRole, (random: Random) => number>;
  /** Spread of a company's own level of every item, shared by its roles, and of a role's in a company. */
  alike: { company: number; role: number };
  /** Spread of the company's mood about the product, either way of the share of the very disappointed. */
  mood: number;
  /** A rating from a mean. */
  rate: (random: Random, around: number) => number;
  /** How high an item lies for everybody. */
  level: (random: Random) => number;
  /** Share of the rated satisfactions that are "not applicable". */
  unanswered: number;
  /** Spread of a person's own level of all items: some rate everything high. None unless set. */
  style?: number;
  /** Share of the questions that a person leaves out. None unless set. */
  skipped?: number;
  /** A size and an industry of the company with this number. */
  segment: (random: Random, number: number) => { size: string; industry: string };
};

export const sizes = ["10-49", "50-249", "250-999"];
export const trades = ["manufacturing", "retail", "internet-software"];
export const causes = (sampleBrief.causes ?? []).map(({ id }) => id);
export const rivals = sampleBrief.competitors.map(({ id }) => id);
export const items = anchorAttributes.map(({ value }) => value as string);
export const needs = problems.map(({ value }) => value as string);

const told: readonly MeasureKey[] = [
  "gate.company",
  "gate.relation",
  "anchor.importance",
  "anchor.satisfaction",
  "anchor.problems",
  "anchor.choice",
  "user.core-uses",
  "pmf.disappointment",
  "user.causes",
];
const asked = new Set<string>(told);

export const plantedRoles = ["decider", "requester", "user"] as const;
type PlantedRole = (typeof plantedRoles)[number];

/** The bank's questionnaire of a role, cut down to the pages a story is told on. */
export function plantedQuestionnaire(role: PlantedRole) {
  const whole = buildQuestionnaire(role, sampleBrief);
  const pages = whole.pages.filter(({ elements }) =>
    elements.some((element) => asked.has(String((element as { measure?: string }).measure))),
  );
  const { draws: _, ...rest } = whole as typeof whole & { draws?: unknown };
  return { ...rest, pages };
}

let compiledByRole: Map<PlantedRole, Compiled> | undefined;

export async function plantedVersions(): Promise<Map<PlantedRole, Compiled>> {
  if (compiledByRole) return compiledByRole;
  const made = await Promise.all(
    plantedRoles.map(async (role) => {
      const result = await compileQuestionnaire(plantedQuestionnaire(role));
      if (!result.ok) throw new Error(`${role}: ${JSON.stringify(result)}`);
      return [role, result.compiled] as const;
    }),
  );
  compiledByRole = new Map(made);
  return compiledByRole;
}

const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const pick = <T>(random: Random, from: readonly T[]) => from[Math.floor(random() * from.length)]!;
const onScale = (x: number) => Math.min(5, Math.max(1, Math.round(x)));
const sometimes = (share: number) => (random: Random) => (random() < share ? 1 : 0);
const between = (least: number, most: number) => (random: Random) =>
  least + Math.floor(random() * (most - least + 1));

const plain: Shape = {
  people: { decider: sometimes(0.92), requester: sometimes(0.92), user: between(2, 4) },
  alike: { company: 0.4, role: 0 },
  mood: 0.2,
  rate: (random, around) => onScale(around + 0.8 * normal(random)),
  level: (random) => 2.8 + 1.2 * random(),
  unanswered: 0,
  segment: (random) => ({ size: pick(random, sizes), industry: pick(random, trades) }),
};

/** Most say the least, few anything else: an item that nobody cares for. */
function atTheFloor(random: Random, around: number) {
  const at = random();
  return onScale(around - 1.8 + (at < 0.7 ? 0 : at < 0.85 ? 1 : 3.5));
}

export const shapes = {
  plain,
  /** An intraclass correlation of 0.3 in everything: company, team and mood. */
  alike: { ...plain, alike: { company: 0.45, role: 0.45 }, mood: 0.45 },
  /** Five of every role in some companies and nobody in others. */
  clumped: {
    ...plain,
    people: {
      decider: (random) => 5 * sometimes(0.7)(random),
      requester: (random) => 5 * sometimes(0.7)(random),
      user: (random) => 5 * sometimes(0.7)(random),
    },
  },
  /** A segment of a few companies, and several small ones. */
  lopsided: {
    ...plain,
    segment: (random, number) => ({
      size: number % 8 === 0 ? "1000+" : "10-49",
      industry: pick(random, ["manufacturing", "retail", "logistics", "finance", "education", "public"]),
    }),
  },
  /** Answers heaped at one end, some left out. */
  skewed: { ...plain, rate: atTheFloor, unanswered: 0.2 },
  /** Every point of the scale as likely as the next. */
  flat: { ...plain, alike: { company: 0, role: 0 }, rate: (random) => 1 + Math.floor(5 * random()), mood: 0 },
  /** One person a role. */
  single: { ...plain, people: { decider: () => 1, requester: () => 1, user: () => 1 } },
  /** One company with a crowd of users. */
  crowd: {
    ...plain,
    people: { ...plain.people, user: (random) => (random() < 0.08 ? 20 : 1 + Math.floor(3 * random())) },
  },
  /** A tenth of the companies give fifty users and the others one, each of its own mood. */
  giants: { ...plain, people: { ...plain.people, user: (random) => (random() < 0.1 ? 50 : 1) }, mood: 0.4 },
} satisfies Record<string, Shape>;

/** A shape such as somebody else would draw: everything that a study can be like, by chance. */
export function strangeShape(random: Random): Shape {
  const some = (least: number, most: number) => least + (most - least) * random();
  const [noise, usual, spread] = [some(0.5, 1.3), some(2, 4), some(0, 1.2)];
  const [bands, kinds] = [1 + Math.floor(4 * random()), 1 + Math.floor(5 * random())];
  const crowd = random() < 0.3;
  const [users, others] = [1 + Math.floor(5 * random()), some(0.6, 1)];
  return {
    people: {
      decider: sometimes(others),
      requester: random() < 0.5 ? sometimes(others) : between(1, 2),
      user: crowd ? (one) => (one() < 0.1 ? 15 : between(1, users)(one)) : between(Math.min(2, users), users),
    },
    alike: { company: some(0, 0.6), role: some(0, 0.5) },
    mood: some(0, 0.39),
    style: random() < 0.5 ? some(0, 0.6) : 0,
    skipped: random() < 0.3 ? some(0, 0.2) : 0,
    rate: random() < 0.2 ? atTheFloor : (one, around) => onScale(around + noise * normal(one)),
    level: (one) => usual + spread * (one() - 0.5),
    unanswered: random() < 0.4 ? some(0, 0.3) : 0,
    segment: (one) => ({
      size: `${Math.floor(bands * one() ** some(1, 2)) + 1}0-99`,
      industry: `trade ${Math.floor(kinds * one())}`,
    }),
  };
}

function shuffled<T>(random: Random, from: readonly T[]): T[] {
  return from
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

export type PlantedAnswer = {
  role: PlantedRole;
  company: { name: string; size: string; industry: string };
  /** By measure. */
  given: Partial<Record<MeasureKey, Answers[string]>>;
};

/** Everybody's answers, company after company. */
export function drawPlanted(
  story: Story,
  companies: number,
  seed: number,
  shape: Shape = shapes.plain,
): PlantedAnswer[] {
  const random = seededRandom(seed);
  const measures = ["anchor.importance", "anchor.satisfaction"] as const;
  const level = new Map(items.map((item) => [item, shape.level(random)]));
  return Array.from({ length: companies }, (_, number) => {
    const company = {
      name: `Firm ${seed} ${number}`,
      ...shape.segment(random, number),
    };
    const { conflict, cause, rival } = story;
    const inSegment = !conflict?.segment || company[conflict.segment.by] === conflict.segment.value;
    const spread = (of: number) =>
      new Map(measures.flatMap((measure) => items.map((item) => [measure + item, of * normal(random)])));
    const own = spread(shape.alike.company);
    const byRole = new Map(plantedRoles.map((role) => [role, spread(shape.alike.role)]));
    // Uniform around 0, so that the share over all companies stays what the story says.
    const mood = 2 * shape.mood * (random() - 0.5);
    const ranked = shuffled(random, needs).slice(0, 3);
    const hasNeed = cause && random() < 0.5;
    const decided = cause
      ? [...(hasNeed ? [cause.need] : []), ...ranked.filter((need) => need !== cause.need)].slice(0, 3)
      : ranked;
    const roles = plantedRoles.flatMap((role) =>
      Array.from({ length: shape.people[role](random) }, () => role),
    );
    return roles.map((role): PlantedAnswer => {
      const style = shape.style ? shape.style * normal(random) : 0;
      const grid = (measure: (typeof measures)[number]) =>
        Object.fromEntries(
          items.map((item) => {
            const may = measure === "anchor.satisfaction" && shape.unanswered > 0;
            if (may && random() < shape.unanswered) return [item, "na"];
            const hit = conflict && inSegment && conflict.measure === measure && conflict.item === item;
            const sign = role === "requester" ? 0 : role === conflict?.higher ? 1 : -1;
            const base = hit ? 3 : level.get(item)!;
            const shift = hit ? (sign * conflict.points) / 2 : 0;
            const alike = own.get(measure + item)! + byRole.get(role)!.get(measure + item)!;
            return [item, shape.rate(random, base + shift + alike + style)];
          }),
        );
      const choose = () => {
        if (rival?.role !== role) return pick(random, ["us", ...rivals, "status-quo"]);
        const at = random();
        if (at < rival.theirs) return rival.key;
        if (at < rival.theirs + rival.ours) return "us";
        return pick(random, [...rivals.filter((one) => one !== rival.key), "status-quo"]);
      };
      const named = causes.filter((one) =>
        cause && one === cause.cause ? random() < (hasNeed ? cause.share : cause.base) : random() < 0.3,
      );
      const share = role === "user" ? (story.pmf ?? 0.4) : 0.4;
      const upset = random() < share + mood;
      const given: PlantedAnswer["given"] = {
        "gate.relation": "customer",
        "anchor.importance": grid("anchor.importance"),
        "anchor.satisfaction": grid("anchor.satisfaction"),
        "anchor.problems": role === "decider" ? decided : shuffled(random, needs).slice(0, 3),
        "anchor.choice": choose(),
        ...(role !== "requester" && {
          "user.core-uses": "5-9",
          "pmf.disappointment": upset ? "very" : pick(random, ["somewhat", "not"]),
        }),
        ...(role === "user" && { "user.causes": named.length > 0 ? named : ["dontknow"] }),
      };
      return { role, company, given: shape.skipped ? someOf(random, given, shape.skipped) : given };
    });
  }).flat();
}

const someOf = <T extends object>(random: Random, given: T, skipped: number) =>
  Object.fromEntries(Object.entries(given).filter(() => random() >= skipped)) as Partial<T>;

/** Answers by the names of a version's questions. */
export function byName(compiled: Compiled, { company, given }: PlantedAnswer): Answers {
  const all: PlantedAnswer["given"] = {
    "gate.company": company.name,
    "gate.size": company.size,
    "gate.industry": company.industry,
    ...given,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([measure, answer]) => {
      const [item] = itemsMeasuring(compiled, measure as MeasureKey);
      return item ? [[item.name, answer]] : [];
    }),
  );
}

/** The same as evidence, in the shape in which storage gives it back. */
export function asEvidence(
  answers: readonly PlantedAnswer[],
  versions: Map<PlantedRole, Compiled>,
): Evidence[] {
  return answers.map((one, index) => {
    const compiled = versions.get(one.role)!;
    return {
      id: `r${index}`,
      role: one.role as ChainRole,
      companyId: companyKey(one.company.name),
      companyName: one.company.name,
      companySize: one.company.size,
      companyIndustry: one.company.industry,
      companyRegion: null,
      ...{ contactId: null, waveId: "wave", collectorId: "collector", review: null },
      ...{ startedAt: index * 1000, completedAt: index * 1000 + 500 },
      answers: byName(compiled, one),
      compiled,
    };
  });
}
