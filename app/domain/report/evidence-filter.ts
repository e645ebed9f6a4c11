/** Whose answers a page shows: one filter, carried in its address, for every page that is computed from answers. */
import type { Evidence } from "./evidence";

/** What may be filtered by, in the order in which it is offered and written into an address. */
export const filterKeys = ["role", "size", "industry", "region", "collector", "wave", "quality"] as const;
export type FilterKey = (typeof filterKeys)[number];
/** Several values of one key mean any of them, several keys all of them; a key left out lets everything pass. */
export type EvidenceFilter = Partial<Record<FilterKey, readonly string[]>>;

/** Stands for "not stated" in an address: no company, size or region is called so. */
export const notStated = "-";
/** Stands for a response whose quality nobody has decided on. */
const unreviewed = "unreviewed";
const excluded = "excluded";
/** Every state of quality: what passes where nothing is left out. */
export const reviewStates = [unreviewed, "kept", excluded] as const;
/** Stands for "no check raised a flag", whatever anybody decided; excluded ones stay out. */
export const unflagged = "unflagged";

/** In the address of a report that has a filter of its own: without it. */
export const everybody = "everybody";

export type Filterable = Pick<
  Evidence,
  "id" | "role" | "companySize" | "companyIndustry" | "companyRegion" | "collectorId" | "waveId" | "review"
>;

const fields: Record<FilterKey, (one: Filterable) => string> = {
  role: ({ role }) => role,
  size: ({ companySize }) => companySize || notStated,
  industry: ({ companyIndustry }) => companyIndustry || notStated,
  region: ({ companyRegion }) => companyRegion || notStated,
  collector: ({ collectorId }) => collectorId,
  wave: ({ waveId }) => waveId,
  quality: ({ review }) => review ?? unreviewed,
};

/** No address needs more of them, or longer ones. */
const mostValues = 60;
const longestValue = 200;

/** The filter in an address, `?role=user&role=decider&size=2-9`; what is not a filter is ignored. */
export function filterFrom(search: URLSearchParams): EvidenceFilter {
  const filter: EvidenceFilter = {};
  for (const key of filterKeys) {
    const values = search.getAll(key).filter((value) => value !== "" && value.length <= longestValue);
    if (values.length > 0) filter[key] = [...new Set(values)].slice(0, mostValues);
  }
  return filter;
}

/** The filter as the end of an address, with its question mark; empty when everything passes. */
export function filterSearch(filter: EvidenceFilter): string {
  const search = new URLSearchParams();
  for (const key of filterKeys) for (const value of filter[key] ?? []) search.append(key, value);
  const written = search.toString();
  return written && `?${written}`;
}

export const isFiltered = (filter: EvidenceFilter): boolean => filterKeys.some((key) => filter[key]?.length);

/** The filter without one value, or without a key when no value is named. */
export function filterWithout(filter: EvidenceFilter, key: FilterKey, value?: string): EvidenceFilter {
  const { [key]: before = [], ...rest } = filter;
  const left = value === undefined ? [] : before.filter((one) => one !== value);
  return left.length > 0 ? { ...rest, [key]: left } : rest;
}

/**
 * The responses that pass, in their order. Those that a person excluded pass only where the filter asks for them
 * by name. `flagged` holds the ids that a quality check flags; it is needed where the filter asks for the others.
 */
export function filterEvidence<E extends Filterable>(
  evidence: readonly E[],
  filter: EvidenceFilter,
  flagged: ReadonlySet<string> = new Set(),
): E[] {
  const wanted = filterKeys.flatMap((key) => {
    const values = filter[key];
    return values?.length && key !== "quality" ? [[fields[key], new Set(values)] as const] : [];
  });
  const quality = new Set(filter.quality);
  const sound = (one: E) => {
    if (quality.size === 0) return one.review !== excluded;
    if (quality.has(fields.quality(one))) return true;
    return quality.has(unflagged) && one.review !== excluded && !flagged.has(one.id);
  };
  return evidence.filter((one) => sound(one) && wanted.every(([field, values]) => values.has(field(one))));
}

export type Facet = { key: FilterKey; values: { value: string; count: number }[] };

/**
 * What the evidence can be filtered by: every value that occurs with how many responses have it, the most frequent
 * first. Keys of which only one value occurs part nothing and are left out, unless the filter uses them.
 */
export function facetsOf(evidence: readonly Filterable[], filter: EvidenceFilter): Facet[] {
  return filterKeys.flatMap((key) => {
    const counts = new Map<string, number>((filter[key] ?? []).map((value) => [value, 0]));
    for (const one of evidence) {
      const value = fields[key](one);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const values = [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return values.length > 1 || filter[key]?.length ? [{ key, values }] : [];
  });
}
