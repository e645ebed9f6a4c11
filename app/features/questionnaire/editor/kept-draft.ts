/** Edits that are not saved yet, kept in the browser: they outlive the network, the tab and the machine's battery. */

export type KeptDraft = { base: unknown; revision: number; draft: unknown };

const isKept = (given: unknown): given is KeptDraft =>
  typeof given === "object" && given !== null && "base" in given && "draft" in given && "revision" in given;

/** False where the browser has no room or refuses to keep anything. */
export function keepDraft(key: string, kept: KeptDraft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing is kept where nothing may be.
  }
}

/** Says to other tabs that the one behind this key is open; the answer lets go of it. */
export function holdKey(key: string): () => void {
  let release = () => {};
  navigator.locks
    ?.request(key, () => new Promise<void>((resolve) => (release = resolve)))
    .catch(() => undefined);
  return () => release();
}

function take(key: string): KeptDraft | null {
  const text = localStorage.getItem(key);
  dropDraft(key);
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Takes over what tabs that are closed have left under keys of this beginning. */
export async function adoptDrafts(beginning: string, own: string): Promise<KeptDraft[]> {
  let keys: string[];
  try {
    keys = Object.keys(localStorage).filter((key) => key.startsWith(beginning) && key !== own);
  } catch {
    return [];
  }
  const adopted: KeptDraft[] = [];
  for (const key of keys) {
    // Without locks (plain http) an open tab cannot be told from a closed one; merging twice changes nothing.
    const kept = navigator.locks
      ? await navigator.locks.request(key, { ifAvailable: true }, (lock) => (lock ? take(key) : null))
      : take(key);
    if (kept) adopted.push(kept);
  }
  return adopted;
}
