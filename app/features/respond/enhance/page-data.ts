/** What the server hands to the script of a page, as JSON inside the page. */
import type { Language } from "../../../domain/language";
import type { Answers, Page } from "../../../domain/questionnaire/compiled";
import type { Variables } from "../../../domain/questionnaire/evaluate";

export type PageData = {
  /** The page's items with their conditions; texts other than the checks' are left out. */
  page: Page;
  /** The answers of the other pages. */
  answers: Answers;
  variables: Variables;
  language: Language;
  /** Where answers are saved in the background; null where nothing is stored. */
  save: string | null;
  /** Where files are sent; null where none are taken. */
  upload: string | null;
  /** Under this name the browser keeps what the server does not have yet. */
  draft: string | null;
  /** The state of the response these controls were filled from. */
  revision: number;
  words: EnhanceWords;
};

export type EnhanceWords = {
  saving: string;
  saved: string;
  offline: string;
  pending: string;
  rankHint: string;
  up: string;
  rank: string;
  unranked: string;
  left: string;
  over: string;
  complete: string;
  checkFailed: string;
  file: {
    sending: string;
    offline: string;
    failed: string;
    retry: string;
    remove: string;
    removed: string;
    undo: string;
    wait: string;
    unsent: string;
  };
};

export const pageDataId = "page-data";
