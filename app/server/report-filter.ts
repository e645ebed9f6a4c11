/** Whose answers a report counts: everybody's, those its author chose, or those a member looks at just now. */
import { listSharedFilters } from "~/data/report-shares";
import { listSavedViews } from "~/data/saved-views";
import type { Study } from "~/data/studies";
import { type LocalText, languages } from "~/domain/language";
import type { ReportFilter } from "~/domain/report/document/report-input";
import { evidenceInGroups, filteredInGroups } from "~/domain/report/document/shared-evidence";
import type { Evidence } from "~/domain/report/evidence";
import {
  type EvidenceFilter,
  everybody,
  filterEvidence,
  filterFrom,
  filterKeys,
  filterSearch,
  isFiltered,
} from "~/domain/report/evidence-filter";
import { textOf } from "~/i18n/text";
import type { Store } from "~db/client";
import { readFlagged, readNames } from "./filtered";

const whereOf = ({ workspaceId, id }: Study) => ({ workspaceId, studyId: id });

/** The filter a member looks through: that of the address for who may read studies, else the report's own. */
export function askedFilter(
  request: Request,
  can: { readStudies: boolean },
  own: EvidenceFilter = {},
): EvidenceFilter {
  const asked = new URL(request.url).searchParams;
  const filter = filterFrom(asked);
  return can.readStudies && (isFiltered(filter) || asked.has(everybody)) ? filter : own;
}

/** The end of the address that shows a report through `filter`, when `own` is what its author gave it. */
export const searchOf = (filter: EvidenceFilter, own: EvidenceFilter = {}): string =>
  filterSearch(filter) || (isFiltered(own) ? `?${everybody}=1` : "");

/** A filter in words of every language: "Company size: 2–9, 10–49". */
export async function sayFilter(store: Store, study: Study, filter: EvidenceFilter): Promise<LocalText[]> {
  const names = await Promise.all(
    languages.map(async (language) => {
      const text = textOf(language, "filter");
      const nameOf = await readNames(store, whereOf(study), language);
      return filterKeys.flatMap((key) => {
        const values = filter[key]?.map((value) => nameOf(key, value)) ?? [];
        return values.length > 0 ? [text.value({ key: text.keys[key], value: values.join(text.or) })] : [];
      });
    }),
  );
  return (names[0] ?? []).map(
    (_, at) =>
      Object.fromEntries(languages.map((language, place) => [language, names[place]?.[at]])) as LocalText,
  );
}

/** The filters a study was shared by before `filter`, the oldest first. */
export async function filtersBefore(
  store: Store,
  study: Study,
  filter: EvidenceFilter,
): Promise<EvidenceFilter[]> {
  const all = await listSharedFilters(store, whereOf(study));
  const before = new Map<string, EvidenceFilter>();
  for (const one of all) {
    if (filterSearch(one) === filterSearch(filter)) break;
    before.set(filterSearch(one), one);
  }
  return [...before.values()];
}

/** The answers that pass, and what of them a report for people outside counts. `all` holds excluded ones, too. */
export async function countedBy<E extends Evidence>(
  store: Store,
  study: Study,
  all: readonly E[],
  by: EvidenceFilter,
): Promise<{ evidence: E[]; filter: ReportFilter }> {
  const filters = [...(await filtersBefore(store, study, by)), by];
  const [flagged, said] = await Promise.all([
    readFlagged(store, whereOf(study), filters),
    sayFilter(store, study, by),
  ]);
  const everyone = filterEvidence(all, {});
  const passing = filters.map((one) => {
    const ids = new Set(filterEvidence(all, one, flagged).map(({ id }) => id));
    return ({ id }: Evidence) => ids.has(id);
  });
  return {
    evidence: filterEvidence(all, by, flagged),
    filter: {
      ...{ by, said, all: everyone.length },
      outside: {
        ids: filteredInGroups(everyone, passing).map(({ id }) => id),
        all: evidenceInGroups(everyone).length,
      },
    },
  };
}

/** What an author may choose from: everybody, the filter that holds now, and every saved view that has one. */
export async function listFilterChoices(
  store: Store,
  study: Study,
  own: EvidenceFilter | undefined,
): Promise<{ value: string; view: string | null; said: LocalText[] }[]> {
  const views = await listSavedViews(store, whereOf(study));
  const known = new Map<string, { view: string | null; filter: EvidenceFilter }>();
  for (const { name, search } of views) {
    const filter = filterFrom(new URLSearchParams(search));
    const value = filterSearch(filter);
    if (value && !known.has(value)) known.set(value, { view: name, filter });
  }
  const value = own && filterSearch(own);
  if (value && !known.has(value)) known.set(value, { view: null, filter: own });
  return Promise.all(
    [...known].map(async ([value, { view, filter }]) => ({
      ...{ value, view },
      said: await sayFilter(store, study, filter),
    })),
  );
}
