/** The bank as it is looked through: the product's own items beside the workspace's. */
import { type ChainRole, chainRoles } from "../../chain/role";
import type { LocalText } from "../../language";
import { type QuestionKind, questionKinds } from "../new-question";
import type { BuiltInItem } from "./built-in";
import {
  type ItemContent,
  type ItemKind,
  isFound,
  kindOfItem,
  measuresOfItem,
  searchTextOf,
  typesOfItem,
} from "./item";

export type OwnItem = {
  id: string;
  name: string;
  tags: string[];
  roles: ChainRole[];
  revision: number;
  content: ItemContent;
};
export type BankEntry = {
  /** An own item's id, or a built-in one's key. */
  id: string;
  source: "own" | "built-in";
  name: LocalText;
  kind: ItemKind;
  types: QuestionKind[];
  measures: string[];
  roles: ChainRole[];
  tags: string[];
  content: ItemContent;
  /** Of an own item. */
  revision: number | null;
  /** What a search looks through. */
  searchText: string;
};

const entryOf = (content: ItemContent, name: LocalText, tags: readonly string[]) => ({
  searchText: searchTextOf({ name: `${name["zh-CN"]}\n${name.en}`, tags, content }),
  ...{ content, kind: kindOfItem(content), types: typesOfItem(content), measures: measuresOfItem(content) },
});

/** The workspace's items, the newest first, then the product's own in their order. */
export const entriesOf = (own: readonly OwnItem[], builtIn: readonly BuiltInItem[]): BankEntry[] => [
  ...own.toReversed().map(
    ({ id, name, tags, roles, revision, content }): BankEntry => ({
      ...{ id, source: "own", name: { "zh-CN": name, en: name }, tags, roles, revision },
      ...entryOf(content, { "zh-CN": name, en: name }, tags),
    }),
  ),
  ...builtIn.map(
    ({ key, name, roles, content }): BankEntry => ({
      ...{ id: key, source: "built-in", name, tags: [], roles, revision: null },
      ...entryOf(content, name, []),
    }),
  ),
];

/** What the bank is filtered by: pages, blocks, and single questions of a kind. */
export const entryTypes = ["block", "page", ...questionKinds] as const;
export const entrySources = ["own", "built-in"] as const;

/** As they stand in an address; empty or unknown words filter nothing. */
export type BankFilter = { search: string; type: string; role: string; source: string };

/** The entries that pass a filter. A question's kind finds pages and blocks that have one of it, too. */
export function filterEntries<E extends BankEntry>(entries: readonly E[], filter: BankFilter): E[] {
  const type = entryTypes.find((one) => one === filter.type);
  const role = chainRoles.find((one) => one === filter.role);
  const source = entrySources.find((one) => one === filter.source);
  return entries.filter(
    (entry) =>
      (!source || entry.source === source) &&
      (!role || entry.roles.includes(role)) &&
      (!type || entry.kind === type || entry.types.some((kind) => kind === type)) &&
      (filter.search.trim() === "" || isFound(entry.searchText, filter.search.trim())),
  );
}
