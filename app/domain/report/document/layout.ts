/** How an author lays a report out: which chapters and blocks, in which order, with which comments. */
import { type EvidenceFilter, filterFrom, isFiltered } from "../evidence-filter";
import {
  type Block,
  type Chapter,
  type ChapterKey,
  chapterKeys,
  type ReportDocument,
} from "./report-document";

export const longestComment = 2000;

export type ReportLayout = {
  /** Chapters in the author's order; those that are not named follow in their own. */
  order: ChapterKey[];
  hiddenChapters: ChapterKey[];
  /** Keys of blocks. */
  hiddenBlocks: string[];
  /** What the author says at the head of a chapter. */
  comments: Partial<Record<ChapterKey, string>>;
  /** Whose answers alone the report counts. */
  filter?: EvidenceFilter;
};

export const plainLayout: ReportLayout = { order: [], hiddenChapters: [], hiddenBlocks: [], comments: {} };

/** Every chapter, in the author's order. */
export const orderOf = ({ order }: ReportLayout): ChapterKey[] => [...new Set([...order, ...chapterKeys])];

/** Moves a chapter one place up or down among those that `present` has. */
export function moveChapter(
  layout: ReportLayout,
  key: ChapterKey,
  by: -1 | 1,
  present: readonly ChapterKey[],
): ReportLayout {
  const shown = orderOf(layout).filter((one) => present.includes(one));
  const at = shown.indexOf(key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= shown.length) return layout;
  const moved = shown.toSpliced(at, 1).toSpliced(to, 0, key);
  return { ...layout, order: [...moved, ...orderOf(layout).filter((one) => !present.includes(one))] };
}

const commentOf = (key: ChapterKey, text: string | undefined): Block[] =>
  text ? [{ kind: "comment", key: `${key}/comment`, text }] : [];

function laidOutChapter(chapter: Chapter, layout: ReportLayout): Chapter {
  const hidden = new Set(layout.hiddenBlocks);
  return {
    ...chapter,
    blocks: [
      ...commentOf(chapter.key, layout.comments[chapter.key]),
      ...chapter.blocks.filter(({ key }) => !hidden.has(key)),
    ],
  };
}

/**
 * The document as its author wants it read: hidden chapters and blocks are gone from the data, not covered up.
 * A headline whose chapter is hidden loses nothing but the way to it.
 */
export function layOut(document: ReportDocument, layout: ReportLayout): ReportDocument {
  const hidden = new Set(layout.hiddenChapters);
  const chapters = new Map(document.chapters.map((chapter) => [chapter.key, chapter]));
  return {
    ...document,
    chapters: orderOf(layout).flatMap((key) => {
      const chapter = chapters.get(key);
      return chapter && !hidden.has(key) ? [laidOutChapter(chapter, layout)] : [];
    }),
  };
}

/** The layout with another filter, given as the end of an address; anything that is no filter lets everybody count. */
export function withFilter({ filter: _, ...layout }: ReportLayout, search: string): ReportLayout {
  const filter = filterFrom(new URLSearchParams(search));
  return isFiltered(filter) ? { ...layout, filter } : layout;
}

/**
 * The layout a form posts: `order`, `block` (every part that was listed), `show.<chapter>`, `part.<block>` and
 * `comment.<chapter>`. Parts that were not listed keep what `before` says of them. Comments that are too long are named.
 */
export function readLayout(
  form: FormData,
  before: ReportLayout,
): { layout: ReportLayout; tooLong: Partial<Record<ChapterKey, boolean>> } {
  const isKey = (key: FormDataEntryValue): key is ChapterKey => chapterKeys.some((known) => known === key);
  const order = [...new Set(form.getAll("order").filter(isKey))];
  const listed = form
    .getAll("block")
    .filter((key): key is string => typeof key === "string" && key.length <= 120);
  const said = (key: ChapterKey) => String(form.get(`comment.${key}`) ?? "").trim();
  const comments = Object.fromEntries(order.flatMap((key) => (said(key) ? [[key, said(key)]] : [])));
  return {
    layout: {
      order,
      hiddenChapters: [
        ...before.hiddenChapters.filter((key) => !order.includes(key)),
        ...order.filter((key) => form.get(`show.${key}`) === null),
      ],
      hiddenBlocks: [
        ...before.hiddenBlocks.filter((key) => !listed.includes(key)),
        ...listed.filter((key) => form.get(`part.${key}`) === null),
      ].slice(0, 500),
      comments: { ...keptComments(before, order), ...comments },
      ...(before.filter && { filter: before.filter }),
    },
    tooLong: Object.fromEntries(
      order.flatMap((key) => (said(key).length > longestComment ? [[key, true]] : [])),
    ),
  };
}

const keptComments = ({ comments }: ReportLayout, listed: readonly ChapterKey[]) =>
  Object.fromEntries(Object.entries(comments).filter(([key]) => !listed.some((one) => one === key)));
