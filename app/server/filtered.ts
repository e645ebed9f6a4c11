/** The responses a page shows, by the filter in its address, and the filter in the reader's words. */
import { listCollectors } from "~/data/collectors";
import { listEvidence } from "~/data/evidence";
import { listQuestionnaires } from "~/data/questionnaires";
import { listFilterable } from "~/data/responses";
import { listSavedViews } from "~/data/saved-views";
import type { Study } from "~/data/studies";
import { listWaves } from "~/data/waves";
import type { Language } from "~/domain/language";
import { industries, sizeBands } from "~/domain/questionnaire/answer-options";
import {
  type EvidenceFilter,
  everybody,
  type Filterable,
  type FilterKey,
  facetsOf,
  filterEvidence,
  filterFrom,
  filterKeys,
  filterSearch,
  filterWithout,
  isFiltered,
  notStated,
  reviewStates,
  unflagged,
} from "~/domain/report/evidence-filter";
import { type ViewPage, viewAddress, viewPages } from "~/domain/report/saved-view";
import { textOf } from "~/i18n/text";
import type { Store } from "~db/client";
import { findFlagged } from "./evidence-memory";

/** Size bands and industries in words. */
export const bandNames = new Map(
  [...sizeBands, ...industries].map(({ value, name }) => [value as string, name]),
);

/** Names values of the filter in a language. */
export async function readNames(
  store: Store,
  where: { workspaceId: string; studyId: string },
  language: Language,
) {
  const text = textOf(language, "filter");
  const roles = textOf(language, "roles").chain;
  const [collectors, waves, questionnaires] = await Promise.all([
    listCollectors(store, where),
    listWaves(store, where),
    listQuestionnaires(store, where),
  ]);
  const collectorName = (id: string) => {
    const found = collectors.find((one) => one.id === id);
    if (!found) return text.gone;
    const kind = text.collectors[found.kind];
    const asked = questionnaires.find((one) => one.id === found.questionnaireId);
    return found.name || (asked ? text.collectorOf({ kind, role: roles[asked.role] }) : kind);
  };
  return (key: FilterKey, value: string): string => {
    if (value === notStated) return text.notStated;
    if (key === "role") return value in roles ? roles[value as keyof typeof roles] : value;
    if (key === "collector") return collectorName(value);
    if (key === "quality")
      return value in text.reviews ? text.reviews[value as keyof typeof text.reviews] : value;
    if (key === "wave") {
      const wave = waves.find(({ id }) => id === value);
      return wave ? wave.name || text.wave(wave) : text.gone;
    }
    return bandNames.get(value)?.[language] ?? value;
  };
}

/** The responses that a check flags; read only where one of the filters asks for the others. */
export async function readFlagged(
  store: Store,
  where: { workspaceId: string; studyId: string },
  filters: readonly EvidenceFilter[],
): Promise<ReadonlySet<string>> {
  if (!filters.some(({ quality }) => quality?.includes(unflagged))) return new Set();
  return (await findFlagged(store, where)).ids;
}

/** What the filter bar shows. */
export type FilterView = {
  study: string;
  page: ViewPage;
  search: string;
  shown: number;
  total: number;
  groups: { key: FilterKey; values: { value: string; label: string; count: number | null; on: boolean }[] }[];
  chips: { key: FilterKey; label: string; search: string }[];
  /** What else the address says, to be kept when the filter changes. */
  kept: [string, string][];
  views: { id: string; name: string; to: string; current: boolean }[];
};

type Kept = [string, string][];

/** A filter as the bar of a page shows it; `all` are the complete responses there are, excluded ones too. */
async function filterView(
  store: Store,
  given: { study: Study; language: Language; page: ViewPage; all: readonly Filterable[] } & {
    filter: EvidenceFilter;
    kept: Kept;
    total: number;
  },
): Promise<Omit<FilterView, "shown">> {
  const { study, language, page, all, filter, kept, total } = given;
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [views, nameOf] = await Promise.all([
    listSavedViews(store, where),
    readNames(store, where, language),
  ]);
  const written = (one: EvidenceFilter) => {
    const search = new URLSearchParams([...kept, ...new URLSearchParams(filterSearch(one))]).toString();
    return search && `?${search}`;
  };
  const base = `/studies/${study.id}`;
  const search = written(filter);
  const offered = facetsOf(all, filter).map(({ key, values }) => ({
    key,
    values: values.filter(({ value }) => value !== unflagged),
  }));
  const quality = offered.find(({ key }) => key === "quality") ?? { key: "quality" as const, values: [] };
  const groups = [...offered.filter(({ key }) => key !== "quality"), ...(all.length > 0 ? [quality] : [])];
  return {
    ...{ study: base, page, search, kept, total },
    groups: groups.map(({ key, values }) => ({
      key,
      values: [
        ...values.map(({ value, count }) => ({ value, count })),
        ...(key === "quality" ? [{ value: unflagged, count: null }] : []),
      ].map((one) => ({
        ...one,
        label: nameOf(key, one.value),
        on: filter[key]?.includes(one.value) ?? false,
      })),
    })),
    chips: filterKeys.flatMap((key) =>
      (filter[key] ?? []).map((value) => ({
        key,
        label: nameOf(key, value),
        search: written(filterWithout(filter, key, value)),
      })),
    ),
    views: views.flatMap(({ id, name, page: saved, search: end }) => {
      const known = viewPages.find((one) => one === saved);
      const to = known && viewAddress(base, { page: known, search: end });
      return to ? [{ id, name, to, current: saved === page && end === search }] : [];
    }),
  };
}

const countOf = (all: readonly Filterable[]) => all.filter(({ review }) => review !== "excluded").length;

/** Whom a filter lets pass. */
export async function readPassing(store: Store, study: Study, filter: EvidenceFilter) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [all, flagged] = await Promise.all([
    listEvidence(store, { ...where, withExcluded: true }),
    readFlagged(store, where, [filter]),
  ]);
  const evidence = filterEvidence(all, filter, flagged);
  return {
    evidence,
    /** The same together with what a person excluded, unless the filter speaks of quality. */
    withExcluded: filter.quality
      ? evidence
      : filterEvidence(all, { ...filter, quality: reviewStates }, flagged),
    /** Those that do not pass, too. */
    all,
  };
}
export type Passing = Awaited<ReturnType<typeof readPassing>>;

/**
 * The evidence that passes the filter of a request's address, with the filter as the page shows it. `keep` names what
 * else of the address stays when the filter changes. With `everything`, what a person excluded passes, too,
 * unless the filter speaks of quality.
 */
export async function readFiltered(
  store: Store,
  given: { request: Request; study: Study; language: Language; page: ViewPage },
  { keep = [], everything = false }: { keep?: readonly string[]; everything?: boolean } = {},
) {
  const { study, language, page } = given;
  const asked = new URL(given.request.url).searchParams;
  const filter = filterFrom(asked);
  const { evidence: counted, withExcluded, all } = await readPassing(store, study, filter);
  const evidence = everything ? withExcluded : counted;
  const kept = keep.flatMap((name) => asked.getAll(name).map((value): [string, string] => [name, value]));
  return {
    ...{ evidence, all },
    filter: {
      ...(await filterView(store, {
        ...{ study, language, page, all, filter, kept },
        total: everything ? all.length : countOf(all),
      })),
      shown: evidence.length,
    },
  };
}

/** The filter of a request's address and its bar, without the answers; what is computed elsewhere says how many it shows. */
export async function readFilterBar(
  store: Store,
  given: { request: Request; study: Study; language: Language; page: ViewPage },
) {
  const { request, study } = given;
  const filter = filterFrom(new URL(request.url).searchParams);
  const all = await listFilterable(store, { workspaceId: study.workspaceId, studyId: study.id });
  const bar = await filterView(store, { ...given, all, filter, kept: [], total: countOf(all) });
  return { filter, all, bar };
}

/** The bar of a report through `filter`, when `own` is what its author gave it; the report says how many it shows. */
export async function readReportBar(
  store: Store,
  given: { study: Study; language: Language; filter: EvidenceFilter; own: EvidenceFilter },
): Promise<Omit<FilterView, "shown">> {
  const { study, own } = given;
  const all = await listFilterable(store, { workspaceId: study.workspaceId, studyId: study.id });
  const kept: Kept = isFiltered(own) ? [[everybody, "1"]] : [];
  return filterView(store, { ...given, page: "report", all, kept, total: countOf(all) });
}
