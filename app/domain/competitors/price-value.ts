/** Price against value: who offers most for the money. */

export type PricedVendor = { vendor: string; price: number; value: number };

/**
 * The products worth their price: no other costs as little or less and offers as much or more, one of the two
 * strictly. Cheapest first. Products alike in both stand together.
 */
export function worthTheirPrice(vendors: readonly PricedVendor[]): PricedVendor[] {
  const beats = (a: PricedVendor, b: PricedVendor) =>
    a.price <= b.price && a.value >= b.value && (a.price < b.price || a.value > b.value);
  return vendors
    .filter((one) => !vendors.some((other) => beats(other, one)))
    .sort((a, b) => a.price - b.price || b.value - a.value);
}
