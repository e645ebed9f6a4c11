/** What this process remembers of a store, gone with it. */
import type { Store } from "~db/client";

/** One for each store, made when it is first asked for. */
export function perStore<T extends object>(make: () => T): (store: Store) => T {
  const made = new WeakMap<Store, T>();
  return (store) => {
    const own = made.get(store) ?? make();
    made.set(store, own);
    return own;
  };
}
