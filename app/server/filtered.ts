/** The responses a page shows, by the filter in its address, and the filter in the reader's words. */
import { listCollectors } from "~/data/collectors";
import { listEvidence } from "~/data/evidence";
import { listQuestionnaires } from "~/data/questionnaires";
import { listSavedViews } from "~/data/saved-views";
import type { Study } from "~/data/studies";
import { listWaves } from "~/data/waves";
import type { Language } from "~/domain/language";
import { industries, sizeBands } from "~/domain/questionnaire/measures";
import {
  type EvidenceFilter,
  type FilterKey,
  facetsOf,
  filterEvidence,
  filterFrom,
  filterKeys,
  filterSearch,
  filterWithout,
  notStated,
  reviewStates,
  unflagged,
} from "~/domain/report/evidence-filter";
import { type ViewPage, viewAddress, viewPages } from "~/domain/report/saved-view";
import { textOf } from "~/i18n/text";
import type { Store } from "~db/client";
import { readQuality } from "./quality";

/** Size bands and industries in words. */
export const bandNames = new Map(
  [...sizeBands, ...industries].map(({ value, name }) => [value as string, name]),
);

/** Names values of the filter in a language. */
async function readNames(store: Store, where: { workspaceId: string; studyId: string }, language: Language) {
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
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const asked = new URL(given.request.url).searchParams;
  const filter = filterFrom(asked);
  const [all, views, nameOf] = await Promise.all([
    listEvidence(store, { ...where, withExcluded: true }),
    listSavedViews(store, where),
    readNames(store, where, language),
  ]);
  const flagged = new Set<string>();
  if (filter.quality?.includes(unflagged))
    for (const [id, { flags }] of (await readQuality(store, where)).checks)
      if (flags.length > 0) flagged.add(id);
  const passing = everything && !filter.quality ? { ...filter, quality: reviewStates } : filter;
  const evidence = filterEvidence(all, passing, flagged);
  const kept = keep.flatMap((name) => asked.getAll(name).map((value): [string, string] => [name, value]));
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
    evidence,
    /** The same together with what a person excluded, unless the filter speaks of quality. */
    withExcluded: filter.quality
      ? evidence
      : filterEvidence(all, { ...filter, quality: reviewStates }, flagged),
    /** Those that do not pass, too. */
    all,
    filter: {
      ...{ study: base, page, search, kept, shown: evidence.length },
      total: everything ? all.length : all.filter(({ review }) => review !== "excluded").length,
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
    } satisfies FilterView,
  };
}
