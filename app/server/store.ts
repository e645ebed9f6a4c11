/** The one open store of this process; opened (and migrated) at first use. */
import { openStore, type Store } from "~db/client";
import { env } from "./env";

// Kept on the global object, so that a reload of this module in development finds the open store again.
const kept = globalThis as { trivistaStore?: Promise<Store> };

export function theStore(): Promise<Store> {
  kept.trivistaStore ??= openStore(env.databaseUrl(), env.migrations()).catch((error) => {
    kept.trivistaStore = undefined;
    throw error;
  });
  return kept.trivistaStore;
}

/** Puts a store in place of the configured one; used by tests, which bring a real database of their own. */
export function useStore(store: Store): void {
  kept.trivistaStore = Promise.resolve(store);
}
