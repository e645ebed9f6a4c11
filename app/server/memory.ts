/** What this process remembers of what it computed. */
import type { Store } from "~db/client";

/** Holds the `most` entries that were put in last. */
export class NewestMap<V> extends Map<string, V> {
  constructor(private readonly most: number) {
    super();
  }

  override set(key: string, value: V): this {
    this.delete(key);
    super.set(key, value);
    const [oldest] = this.keys();
    if (this.size > this.most && oldest !== undefined) this.delete(oldest);
    return this;
  }
}

/** One for each store, made when it is first asked for and gone with its store. */
export function perStore<T extends object>(make: () => T): (store: Store) => T {
  const made = new WeakMap<Store, T>();
  return (store) => {
    const own = made.get(store) ?? make();
    made.set(store, own);
    return own;
  };
}
