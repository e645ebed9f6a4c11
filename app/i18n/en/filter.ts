import type { CollectorKind } from "~/domain/fieldwork/collector";
import type { FilterKey } from "~/domain/report/evidence-filter";
import { grouped, plural } from "../format";

export const filter = {
  open: "Filter",
  shown: ({ n, all }: { n: number; all: number }) =>
    `${grouped(n)} of ${plural(all, "complete response", "complete responses")}`,
  all: ({ n }: { n: number }) =>
    `${n === 1 ? "" : "All "}${plural(n, "complete response", "complete responses")}`,
  hint: "Several choices of one group mean any of them; several groups, all of them.",
  apply: "Apply",
  clear: "Show all",
  active: "Active filters",
  without: ({ name }: { name: string }) => `Remove ${name}`,
  nothing: "No response passes this filter.",
  keys: {
    role: "Role",
    size: "Company size",
    industry: "Industry",
    region: "Region",
    collector: "Way in",
    wave: "Wave",
    quality: "Quality",
  } satisfies Record<FilterKey, string>,
  notStated: "Not stated",
  gone: "No longer there",
  wave: ({ number }: { number: number }) => `Wave ${grouped(number)}`,
  collectors: {
    "study-link": "Study link",
    "public-link": "Link",
    qr: "QR code",
    embed: "Embedded",
    personal: "Invitation",
    import: "Import",
  } satisfies Record<CollectorKind, string>,
  collectorOf: ({ kind, role }: { kind: string; role: string }) => `${kind}: ${role}`,
  reviews: {
    unreviewed: "Not looked at",
    kept: "Kept by a person",
    excluded: "Excluded by a person",
    unflagged: "No quality flag",
  },
  or: " or ",
  value: ({ key, value }: { key: string; value: string }) => `${key}: ${value}`,
  count: ({ n }: { n: number }) => `(${grouped(n)})`,
  views: {
    title: "Saved views",
    save: "Save this view",
    name: "Name of the view",
    problems: {
      missing: "Enter a name.",
      "too-long": "Use 60 letters at most.",
      full: "There are 50 views already. Remove one first.",
    },
    saved: ({ name }: { name: string }) => `“${name}” is saved for everybody in the study.`,
    replaced: ({ name }: { name: string }) => `“${name}” was there already and leads here now.`,
    remove: ({ name }: { name: string }) => `Remove the view “${name}”`,
    removed: ({ name }: { name: string }) => `“${name}” is removed.`,
  },
};
