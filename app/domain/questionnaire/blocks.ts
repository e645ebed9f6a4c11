/** Our own blocks, put into a questionnaire while it is edited: the item bank's, and those made for the author's items. */
import type { ChainRole } from "../chain/role";
import { maxdiffDesign } from "../features/maxdiff-design";
import type { LocalText } from "../language";
import { noValue, type Outcome, value } from "../outcome";
import { anchorPages } from "./bank/anchor";
import type { NamedItem, QuestionnaireBrief } from "./bank/brief";
import { competitorPages } from "./bank/competitor";
import { pmfPages } from "./bank/pmf";
import { ladderPrices, ladderStart, pricePages } from "./bank/price";
import { pointsOf, surveyText, words } from "./bank/survey-json";
import { causePage, kanoPages } from "./bank/user";
import { asOptions, businessWords } from "./bank/words";
import { freeName, takenNames } from "./draft-names";
import { type JsonObject, questionsOf, readText } from "./draft-tree";
import type { MeasureKey } from "./measures";

export const blockKeys = [
  "anchor",
  "pmf",
  "price",
  "kano",
  "best-worst",
  "points",
  "competitors",
  "causes",
] as const;
export type BlockKey = (typeof blockKeys)[number];

/** The usual words of the blocks whose question its author may word. */
export const blockTitles: Partial<Record<BlockKey, LocalText>> = {
  "best-worst": words(
    "下面几项里，哪项对您最重要，哪项最不重要？",
    "Which of these matters most to you, and which least?",
  ),
  points: words(
    "请把 100 分分给下面各项，越重要分越多。",
    "Split 100 points over these; the more important, the more points.",
  ),
};

/**
 * What its author says about a block: a question's words, items a line each, the need behind the causes.
 * `known`: causes that were asked before; they keep their values, so that answers stay comparable.
 */
export type BlockInput = {
  title: LocalText;
  items: string;
  need: LocalText;
  featureId: string;
  known?: readonly NamedItem[];
};
export type Block = { pages: JsonObject[]; draws: JsonObject[] };

const longestItem = 200;

/** Items typed a line each, "中文 | English"; one wording stands for both languages. Empty and repeated lines are left out. */
export function readItems(lines: string): NamedItem[] {
  const items: NamedItem[] = [];
  const taken = new Set<string>();
  for (const line of lines.split(/\r?\n/)) {
    const [first = "", second = ""] = line.split("|").map((part) => part.trim().slice(0, longestItem));
    const name = words(first || second, second || first);
    if (name.en === "" || items.some((item) => item.name.en === name.en)) continue;
    const slug = name.en
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join("-")
      .slice(0, 40);
    const id = freeName(slug || `item${items.length + 1}`, taken);
    taken.add(id);
    items.push({ id, name });
  }
  return items;
}

/** Items as `readItems` takes them. */
export const itemLines = (items: readonly NamedItem[]): string =>
  items.map(({ name }) => (name["zh-CN"] === name.en ? name.en : `${name["zh-CN"]} | ${name.en}`)).join("\n");

/** The measure by which a questionnaire shows that it has a block; blocks without one can come any number of times. */
const signs: Partial<Record<BlockKey, readonly MeasureKey[]>> = {
  anchor: ["anchor.importance", "anchor.choice"],
  pmf: ["pmf.disappointment"],
  price: ["price.cheap"],
  competitors: ["competitor.awareness", "competitor.open"],
  causes: ["user.causes"],
};

/** Whether the draft has the block already: asked twice, its measures would count twice. */
export function hasBlock(draft: unknown, key: BlockKey): boolean {
  const sign: readonly unknown[] = signs[key] ?? [];
  return questionsOf(draft).some(({ element }) => sign.includes(element.measure));
}

/** The features that are asked in a Kano pair already. */
export const askedKano = (draft: unknown): string[] =>
  questionsOf(draft).flatMap(({ element }) =>
    element.measure === "user.kano.functional" ? [String(element.subject)] : [],
  );

const isTask = ({ measure }: JsonObject) => measure === "decider.best-worst";

/** Whether best-worst tasks of the draft ask in these words already: in results the two could not be told apart. */
export const asksAlike = (draft: unknown, title: LocalText): boolean =>
  questionsOf(draft).some(({ element }) => {
    const { "zh-CN": zh, en } = readText(element.title);
    return isTask(element) && (zh === title["zh-CN"].trim() || en === title.en.trim());
  });

/**
 * The subject of best-worst tasks, by which they are counted apart from those about other items: the first items'
 * values and a check sum (djb2) of all. The same items have the same subject in every role and wave.
 */
function subjectOf(items: readonly NamedItem[], draft: unknown): string {
  const all = items.map(({ name }) => `${name["zh-CN"]}|${name.en}`).sort();
  const sum = [...all.join("\n")].reduce(
    (hash, sign) => (hash * 33 + (sign.codePointAt(0) ?? 0)) >>> 0,
    5381,
  );
  const readable = items
    .map(({ id }) => id)
    .join("-")
    .slice(0, 24);
  const subject = `${readable}-${sum.toString(36)}`;
  const taken = new Set(
    questionsOf(draft).flatMap(({ element }) => (isTask(element) ? [element.subject] : [])),
  );
  const free = (n: number): string => (taken.has(`${subject}-${n}`) ? free(n + 1) : `${subject}-${n}`);
  return taken.has(subject) ? free(2) : subject;
}

/**
 * Best-worst tasks of four (of three, where there are only four items), as many as it takes to show each item three times.
 * Fails with "out-of-range" under four items.
 */
function bestWorst(
  items: readonly NamedItem[],
  title: LocalText,
  draft: unknown,
  seed: number,
): Outcome<JsonObject[]> {
  if (items.length < 4) return noValue("out-of-range", { items: items.length });
  const design = maxdiffDesign({ items: items.length, perTask: Math.min(4, items.length - 1), seed });
  if (!design.ok) return design;
  const [, stem = ""] = /^(.*?)\d*$/.exec(freeName("best_worst_1", takenNames(draft))) ?? [];
  const subject = subjectOf(items, draft);
  return value(
    design.value.map((task, at) => {
      const count = `${at + 1}/${design.value.length}`;
      return {
        name: `${stem}${at + 1}`,
        title: surveyText(words(`取舍 ${count}`, `Trade-off ${count}`)),
        elements: [
          {
            type: "matrix",
            name: `${stem}task_${at + 1}`,
            title: surveyText(title),
            measure: "decider.best-worst",
            subject,
            isRequired: true,
            eachRowRequired: true,
            eachRowUnique: true,
            rows: [
              { value: "best", text: surveyText(words("最重要", "Most important")) },
              { value: "worst", text: surveyText(words("最不重要", "Least important")) },
            ],
            columns: task.flatMap((item) => {
              const { id, name } = items[item] ?? {};
              return id && name ? [{ value: id, text: surveyText(name) }] : [];
            }),
          },
        ],
      };
    }),
  );
}

const asPages = (pages: readonly object[]): JsonObject[] => pages.map((page) => ({ ...page }));

/**
 * The pages of a block for a draft. Fails with "out-of-range" where it needs more items than were typed.
 * `seed`: for the drawn design of best-worst tasks.
 */
export function buildBlock(
  key: BlockKey,
  given: { brief: QuestionnaireBrief; role: ChainRole; draft: unknown; input: BlockInput; seed: number },
): Outcome<Block> {
  const { brief, role, draft, input, seed } = given;
  const items = readItems(input.items);
  const plain = (pages: readonly object[]): Outcome<Block> => value({ pages: asPages(pages), draws: [] });
  switch (key) {
    case "anchor":
      return plain(anchorPages(brief));
    case "pmf":
      return plain(pmfPages(role === "decider" ? "decider" : "user", brief));
    case "price": {
      const steps = ladderPrices(brief).length;
      const draws = steps > 0 ? [{ name: ladderStart, max: steps }] : [];
      return value({ pages: asPages(pricePages(brief)), draws });
    }
    case "kano": {
      const features = (brief.features ?? businessWords[brief.businessType].features).filter(
        ({ id }) => id === input.featureId,
      );
      return features.length > 0 ? plain(kanoPages({ ...brief, features })) : noValue("out-of-range");
    }
    case "best-worst": {
      const made = bestWorst(items, input.title, draft, seed);
      return made.ok ? plain(made.value) : made;
    }
    case "points": {
      if (items.length < 2) return noValue("out-of-range", { items: items.length });
      const name = freeName("points_1", takenNames(draft));
      const question = {
        type: "multipletext",
        name,
        title: surveyText(input.title),
        ...pointsOf(name, asOptions(items)),
      };
      return plain([
        {
          name: `page_${name}`,
          title: surveyText(words("分 100 分", "Split 100 points")),
          elements: [question],
        },
      ]);
    }
    case "competitors":
      return plain(competitorPages(role === "user" || role === "requester" ? role : "requester", brief));
    case "causes": {
      const need =
        input.need.en || input.need["zh-CN"]
          ? { fuzzyNeed: words(input.need["zh-CN"] || input.need.en, input.need.en || input.need["zh-CN"]) }
          : {};
      const causes = items.map(({ id, name }) => {
        const before = input.known?.find(
          (one) => one.name.en === name.en && one.name["zh-CN"] === name["zh-CN"],
        );
        return { id: before?.id ?? id, name };
      });
      return plain([causePage({ ...brief, ...need, ...(causes.length > 0 ? { causes } : {}) })]);
    }
  }
}
