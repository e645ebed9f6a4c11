/** The product's own item bank, item by item, as a workspace's bank lists it beside its own. */
import { type ChainRole, chainRoles } from "../../chain/role";
import type { LocalText } from "../../language";
import type { BusinessType } from "../../study/study";
import { defaultPmfRule } from "../../study/study";
import type { QuestionnaireBrief } from "../bank/brief";
import { repeatedPages } from "../bank/repeated-pages";
import { words } from "../bank/survey-json";
import { listOf, type PathPart, pagesOf, readText, valueAt } from "../draft-tree";
import { buildQuestionnaire } from "../templates";
import { namedIn } from "./conditions-kept";
import type { ItemContent } from "./item";
import { itemFrom } from "./save-item";

export type BuiltInItem = { key: string; name: LocalText; roles: ChainRole[]; content: ItemContent };

/** Pages that belong together, by the begin of their names. */
const blocks: readonly { key: string; name: LocalText; pages: readonly string[] }[] = [
  { key: "block_anchor", name: words("锚定题组", "Anchor block"), pages: ["anchor_"] },
  {
    key: "block_pmf",
    name: words("PMF 题组", "PMF block"),
    pages: ["usage", "disappointment", "benefit", "improvement", "recommendation"],
  },
  { key: "block_price", name: words("价格题组", "Price block"), pages: ["price"] },
  {
    key: "block_best_worst",
    name: words("优先项取舍（最重要/最不重要）", "Best–worst tasks"),
    pages: ["best_worst_"],
  },
];
/** A study of nobody's, to word the bank for a type of business: the product is what each study puts in. */
export const exampleBrief = (businessType: BusinessType, priceUnit: LocalText): QuestionnaireBrief => ({
  ...{ product: "{{product}}", businessType, priceUnit, languages: ["zh-CN", "en"], currency: "CNY" },
  ...{ competitors: [], priceLadder: [1, 2, 3, 4, 5], pmfRule: defaultPmfRule[businessType] },
});

/**
 * The bank's blocks and questions, worded for a brief, each once with the roles that are asked it. Questions of
 * a page whose conditions name each other are one item. Keys stay the same whatever the brief.
 */
export function builtInItems(brief: QuestionnaireBrief): BuiltInItem[] {
  const found = new Map<string, BuiltInItem>();
  const add = (key: string, name: LocalText, role: ChainRole, content: ItemContent | undefined) => {
    const there = found.get(key);
    if (there) there.roles.push(role);
    else if (content) found.set(key, { key, name, roles: [role], content });
  };
  for (const role of chainRoles) {
    const draft = buildQuestionnaire(role, brief);
    const take = (paths: PathPart[][]) => itemFrom(draft, paths, { product: "" })?.content;
    const pages = pagesOf(draft).map(({ path, page }) => ({ path, page, name: String(page.name) }));
    for (const { key, name, pages: begins } of blocks) {
      const own = pages.filter((page) => begins.some((begin) => page.name.startsWith(begin)));
      if (own.length > 0) add(key, name, role, take(own.map(({ path }) => path)));
    }
    const seen = new Set<string>();
    for (const { path, page, name } of pages) {
      // Of pages that repeat, one stands for all; the best–worst tasks are a block.
      const stem = repeatedPages.find((begin) => name.startsWith(begin)) ?? name;
      if (seen.has(stem) || name.startsWith("best_worst_")) continue;
      seen.add(stem);
      const elements = listOf(valueAt(draft, [...path, "elements"]));
      const named = new Set(namedIn(JSON.stringify(elements.map(withoutOwnSum))));
      const names = elements.map((element) => String(valueAt(element, ["name"])));
      if (stem !== name || (elements.length > 1 && names.some((one) => named.has(one.toLowerCase()))))
        add(`page_${stem.replace(/_$/, "")}`, readText(page.title), role, take([path]));
      else
        elements.forEach((element, at) => {
          const title = readText(valueAt(element, ["title"]));
          add(names[at] ?? "", title, role, take([[...path, "elements", at]]));
        });
    }
  }
  return [...found.values()];
}

/** A question without its checks: a sum of its own fields ties it to no other question. */
const withoutOwnSum = (element: unknown): unknown =>
  typeof element === "object" && element !== null ? { ...element, validators: undefined } : element;
