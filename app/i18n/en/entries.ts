import { plural } from "../format";

export const entries = {
  late: ({ who, when }: { who: string; when: string }) => `${who} saved this first, ${when}`,
  lateBody:
    "Nothing of yours is lost: it stands in the form. Save again to put yours in place of theirs; theirs stays in the history.",
  lateBySomebody: "Somebody else saved this first",
  lateForGood:
    "Nothing of yours is lost: it stands in the form. Save again to put yours in place of theirs, which is below.",
  lateRemoved: "They removed it.",
  theirs: ({ label, value }: { label: string; value: string }) => `${label}: ${value}`,
  empty: "empty",
  nobody: "Before changes were kept",
  history: "History",
  historyLead: "Every change is kept. Putting one back is a change too, so nothing is lost by it.",
  show: ({ n }: { n: number }) => `Who changed what (${plural(n, "change", "changes")})`,
  how: {
    added: ({ what }: { what: string }) => `${what} written down`,
    changed: ({ what }: { what: string }) => `${what} changed`,
    removed: ({ what }: { what: string }) => `${what} removed`,
  },
  field: ({ label, from, to }: { label: string; from: string; to: string }) => `${label}: ${from} → ${to}`,
  by: ({ who, when }: { who: string; when: string }) => `${who}, ${when}`,
  showRows: ({ n }: { n: number }) => `Show all ${plural(n, "row", "rows")}`,
  putBack: "Put back as before",
  takeOut: "Take out again",
  putBackThis: ({ what, when }: { what: string; when: string }) =>
    `${what}: put back as it was before ${when}`,
  older: "Show older changes",
  isBack: "It stands as before again.",
  changedMeanwhile: "Somebody changed this meanwhile, so it was not removed. Look at it again.",
  lateRows: ({ n, rows }: { n: number; rows: string }) =>
    `${plural(n, "row was", "rows were")} not written, because somebody changed them since you opened this page: ${rows}. Look at them below; read in again to put yours in their place.`,
};
