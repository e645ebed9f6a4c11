/** What a look at a draft finds, with the place it is about. */
import { type PathPart, pathText } from "./draft-tree";

export type FindingPlace = {
  /** Where in the draft: `pages[1].elements[0].title`; empty for the whole. */
  path: string;
  /** The name of the question it is about. */
  question?: string;
  /** The index of the page. */
  page?: number;
};
export type Finding<Kind extends string = string> = {
  place: FindingPlace;
  kind: Kind;
  /** Words and numbers for the sentence. */
  values: Record<string, string | number>;
};

export const placeAt = (path: readonly PathPart[], question?: unknown): FindingPlace => ({
  path: pathText(path),
  ...(typeof question === "string" && question !== "" ? { question } : {}),
  ...(path[0] === "pages" && typeof path[1] === "number" ? { page: path[1] } : {}),
});
