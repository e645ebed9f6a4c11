/**
 * Sets of questionnaires kept for other studies. Pages that are the product's own, untouched, are kept by name and
 * written anew for each study, so that its competitors, prices and type of business stand in them; pages that
 * were changed are kept as they are, with a mark where the product was named.
 */
import { repeatedPages } from "../bank/repeated-pages";
import { isObject, type JsonObject, listOf, pagesOf } from "../draft-tree";
import { sameJson } from "../same-json";
import { withoutOriginsIn } from "./origin";
import { withoutProduct, withProduct } from "./product-name";

const bankPage = "bankPage";

const pagesByName = (draft: unknown) =>
  new Map(pagesOf(draft).map(({ page }) => [String(page.name), page] as const));

/** A questionnaire as it is kept. `built` is the product's own for the same role and study. */
export function keepQuestionnaire(draft: unknown, built: unknown, product: string): JsonObject {
  const given = withoutOriginsIn(draft);
  if (!isObject(given)) return { pages: [] };
  const { accepted: _, locale: __, ...kept } = given;
  const own = pagesByName(built);
  const pages = listOf(given.pages).map((page) =>
    isObject(page) && sameJson(page, own.get(String(page.name))) ? { [bankPage]: page.name } : page,
  );
  const { title, ...rest } = kept;
  const titled = isObject(built) && sameJson(title, built.title) ? rest : kept;
  return withoutProduct({ ...titled, pages }, product);
}

/**
 * The kept questionnaire for another study, whose own one `built` is. Pages that are asked once for each
 * competitor or feature come for those of the study; a page the study has no use for is left out.
 */
export function fillQuestionnaire(kept: unknown, built: unknown, product: string): JsonObject {
  const given = isObject(kept) ? kept : {};
  const own = pagesByName(built);
  const filled = new Set<string>();
  const pages = listOf(given.pages).flatMap((page): unknown[] => {
    const name = isObject(page) ? page[bankPage] : undefined;
    if (typeof name !== "string") return [page];
    const stem = repeatedPages.find((begin) => name.startsWith(begin)) ?? null;
    if (filled.has(stem ?? name)) return [];
    filled.add(stem ?? name);
    return [...own].flatMap(([one, its]) => ((stem ? one.startsWith(stem) : one === name) ? [its] : []));
  });
  const names = new Set(pages.map((page) => (isObject(page) ? page.name : undefined)));
  const standing = (way: unknown) =>
    isObject(way) && names.has(way.after) && (way.to === undefined || names.has(way.to));
  const base = isObject(built) ? built : {};
  const draws = [...listOf(base.draws), ...listOf(given.draws)].filter(
    (draw, at, all) =>
      isObject(draw) && all.findIndex((one) => isObject(one) && one.name === draw.name) === at,
  );
  const read = JSON.stringify(pages);
  const needed = draws.filter((draw) => isObject(draw) && read.includes(`{${String(draw.name)}}`));
  const ways = Object.fromEntries(
    ["endings", "jumps"].flatMap((key) => {
      const left = listOf(given[key]).filter(standing);
      return left.length > 0 ? [[key, left]] : [];
    }),
  );
  const { draws: _, endings: __, jumps: ___, ...rest } = given;
  return withProduct(
    {
      ...{ title: base.title, locale: base.locale, ...rest, pages, ...ways },
      ...(needed.length > 0 ? { draws: needed } : {}),
    },
    product,
  );
}
