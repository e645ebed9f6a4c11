import type { PartKind } from "~/domain/questionnaire/draft-parts";
import { plural } from "../format";

type About = { part: string };
type Wording = About & { property: string; language: string; before: string; after: string };

export const history = {
  tab: "History",
  lead: "Every published version, and what each person had made of the draft at the end of every few minutes. Compare any two, and take one back.",
  title: "States",
  empty: "Nothing has been saved yet. The history begins with the first edit.",
  state: "State",
  when: "When",
  by: "By",
  now: "The draft as it is now",
  version: ({ n }: { n: number }) => `Version ${n}, published`,
  saved: "Draft",
  first: "As it came",
  somebody: "somebody who has left",
  from: "From",
  to: "To",
  compare: "Compare",
  compareWithNow: ({ state }: { state: string }) => `What has changed since: ${state}`,
  since: "Compare with now",
  changes: ({ n }: { n: number }) => plural(n, "change", "changes"),
  none: "Nothing differs between the two.",
  more: ({ n }: { n: number }) => `and ${plural(n, "more change", "more changes")}`,
  restore: "Take this state back",
  restored: "The draft is that state again. What it was before is in the history.",
  notRestored: "Somebody saved in the meantime, so nothing was done. Compare again.",
  part: {
    survey: () => "The questionnaire",
    page: ({ title }: { title: string }) => `Page “${title}”`,
    question: ({ title }: { title: string }) => `“${title}”`,
  } satisfies Record<PartKind, (given: { title: string }) => string>,
  sentence: {
    added: ({ part }: About) => `${part} was added.`,
    removed: ({ part }: About) => `${part} was removed.`,
    moved: ({ part }: About) => `${part} was moved.`,
    reworded: ({ part, property, language, before, after }: Wording) =>
      `${part}: ${property} (${language}) “${before}” now reads “${after}”.`,
    worded: ({ part, property, language, after }: Wording) =>
      `${part}: ${property} (${language}) “${after}” was written.`,
    unworded: ({ part, property, language, before }: Wording) =>
      `${part}: ${property} (${language}) “${before}” was taken out.`,
    required: ({ part }: About) => `${part} must be answered now.`,
    optional: ({ part }: About) => `${part} may be skipped now.`,
    type: ({ part, before, after }: About & { before: string; after: string }) =>
      `${part} changed its type from ${before} to ${after}.`,
    condition: ({ part, property, after }: About & { property: string; after: string }) =>
      `${part}: ${property} is now ${after}`,
    unconditional: ({ part, property }: About & { property: string }) =>
      `${part}: ${property} was taken away.`,
    entryAdded: ({ part, list, entry }: About & { list: string; entry: string }) =>
      `${part}: “${entry}” was added to ${list}.`,
    entryRemoved: ({ part, list, entry }: About & { list: string; entry: string }) =>
      `${part}: “${entry}” was removed from ${list}.`,
    entryText: ({
      part,
      list,
      language,
      before,
      after,
    }: About & { list: string; language: string; before: string; after: string }) =>
      `${part}, ${list} (${language}): “${before}” now reads “${after}”.`,
    entriesMoved: ({ part, list }: About & { list: string }) => `${part}: the order of ${list} changed.`,
    property: ({ part, property, after }: About & { property: string; after: string }) =>
      `${part}: ${property} is now ${after}.`,
    unset: ({ part, property }: About & { property: string }) => `${part}: ${property} was taken away.`,
  },
};
