/**
 * What was typed and is not on the server yet, kept by the browser for the next visit. Works where the
 * browser keeps nothing: then only the server remembers.
 */

type Draft = {
  page: string;
  /** The last revision the server told of. */
  revision: number;
  /** Saves sent since, of which nobody knows whether they arrived; each that did made one revision more. */
  unanswered: number;
  entries: [string, string][];
};

const nameOf = (response: string) => `trivista:${response}`;

const attempt = <T>(use: (storage: Storage) => T): T | null => {
  try {
    return use(window.localStorage);
  } catch {
    return null;
  }
};

export function keepDraft(response: string, draft: Draft): void {
  attempt((storage) => storage.setItem(nameOf(response), JSON.stringify(draft)));
}

export function forgetDraft(response: string): void {
  attempt((storage) => storage.removeItem(nameOf(response)));
}

/** The draft of this page, unless the response was written elsewhere since; then it is dropped. */
export function findDraft(response: string, page: string, revision: number): Draft["entries"] | null {
  return attempt((storage) => {
    const kept = storage.getItem(nameOf(response));
    if (!kept) return null;
    const draft: Draft = JSON.parse(kept);
    const isOurs = revision >= draft.revision && revision <= draft.revision + (draft.unanswered ?? 0);
    return draft.page === page && isOurs ? draft.entries : null;
  });
}
