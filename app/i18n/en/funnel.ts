import type { CountsProblem } from "~/domain/growth/funnel-form";
import type { LostField, LostProblem } from "~/domain/growth/lost-form";
import { grouped, plural } from "../format";

export const funnel = {
  emptyTitle: "No funnel yet",
  empty:
    "Enter for each month and channel how many reached each step. You will see where most are lost, what that costs, and who comes back.",
  view: "What is looked at",
  channel: "Channel",
  allChannels: "All channels",
  from: "From",
  to: "To",
  anyMonth: "Any month",
  show: "Show",
  nothing: "No counts in this selection.",
  title: "From the first step to the last",
  broken:
    "A later step counts more than the one before it, so they do not count the same people. Mend the counts below.",
  leak: ({ from, to, money }: { from: string; to: string; money: string }) =>
    `The dearest leak is from “${from}” to “${to}”: if one in ten of those lost there went on like the others, that would be worth ${money}.`,
  leakCustomers: ({ from, to, n }: { from: string; to: string; n: string }) =>
    `The largest leak is from “${from}” to “${to}”: if one in ten of those lost there went on like the others, that would be ${n} more customers.`,
  noWorth: "Enter customers and costs under Money, and each leak gets its price.",
  weakest: ({ to, rate }: { to: string; rate: string }) => `The lowest rate is that of “${to}”: ${rate}.`,
  step: "Step",
  reached: "Reached it",
  rate: "Of the step before",
  lost: "Lost before it",
  stayed: "If one in ten stayed",
  more: ({ n }: { n: string }) => `${n} customers`,
  overall: "First to last",
  pool: "In the lost pool",
  poolWhy: "came and have not reached the last step",
  recovered: "Came back from it",
  recoveredNone: "Nobody has counted who came back.",
  referred: "Sent by customers",
  referredNone: "Nobody has counted who was sent by a customer.",
  renewed: ({ step }: { step: string }) => `Reached “${step}”`,
  channels: "Channels",
  channelsChart: ({ channel, share }: { channel: string; share: string }) =>
    `${channel} brings most to payment: ${share}`,
  periods: "Over time",
  periodsChart: ({ period, share }: { period: string; share: string }) => `${period}: ${share} came to pay`,
  paid: ({ step }: { step: string }) => `Share that reached “${step}”`,
  counts: "The counts",
  period: "Month",
  recoveredField: "Came back",
  referredField: "Sent by customers",
  hint: {
    period: "for example 2026-03",
    channel: "for example search, fair, partner",
    seen: "to count a cohort: the month in which they stood so far; empty to count by month",
    recovered: "from the lost pool, in this month",
    referred: "of the first step",
  },
  save: "Save counts",
  saved: ({ period, channel }: { period: string; channel: string }) => `${period}, ${channel} saved.`,
  edit: ({ what }: { what: string }) => `Edit ${what}`,
  remove: ({ what }: { what: string }) => `Remove ${what}`,
  row: ({ period, channel, seen }: { period: string; channel: string; seen: string | null }) =>
    seen === null ? `${period}, ${channel}` : `${period}, ${channel} as of ${seen}`,
  people: ({ n }: { n: number }) => plural(n, "person or company", "people or companies"),
  of: ({ k, n }: { k: number; n: number }) => `${grouped(k)} of ${grouped(n)}`,
  counting: "How it is counted",
  countings: { period: "By month", cohort: "By cohort" },
  byPeriod: "Counted by month: who reached each step in it, whenever they came.",
  byCohort: "Counted by cohort: who came in a month, and how far those same people have got.",
  seen: "Standing in",
  cohorts: "Cohorts",
  cohortsLead:
    "Who came in a month, and the share of them that has reached each step. Young cohorts have had less time.",
  cameIn: "Came in",
  came: "Came",
  age: "Since then",
  months: ({ n }: { n: number }) => plural(n, "month", "months"),
  ageOf: ({ age, n }: { age: number; n: string }) => `${plural(age, "month", "months")} (n = ${n})`,
  ageChart: ({ n, share, cohorts }: { n: number; share: string; cohorts: number }) =>
    `${plural(n, "month", "months")} after coming, ${share} had paid (${plural(cohorts, "cohort", "cohorts")})`,
  lostTitle: "Why they left",
  lostLead: "The lost pool by the step people left after and the reason they gave.",
  lostTop: ({ reason, step, share }: { reason: string; step: string; share: string }) =>
    `Most left after “${step}” because: ${reason}. That is ${share} of those whose reason is known.`,
  known: ({ step, lost, of }: { step: string; lost: number; of: number }) =>
    `After “${step}”: the reason is known for ${grouped(lost)} of ${grouped(of)} lost.`,
  knownPlain: ({ step, lost }: { step: string; lost: number }) =>
    `After “${step}”: the reason is known for ${grouped(lost)}.`,
  ofAllLost: "Of all with a reason",
  cameBack: "Came back",
  notCounted: "not counted",
  returnedAll: ({ share }: { share: string }) => `Came back into the flow: ${share}.`,
  lostRows: "The reasons",
  lostRow: ({
    period,
    channel,
    step,
    reason,
  }: {
    period: string;
    channel: string;
    step: string;
    reason: string;
  }) => `${period}, ${channel}, ${step}: ${reason}`,
  lostField: {
    period: "Month",
    channel: "Channel",
    step: "Left after",
    reason: "Reason",
    lost: "Lost",
    returned: "Came back",
  } satisfies Record<LostField, string>,
  lostHint: {
    period: "for example 2026-03",
    reason: "in a few words; the same words are counted together",
    returned: "of those lost",
  },
  lostProblems: {
    missing: "Fill this in.",
    "too-long": "Make this shorter.",
    "not-a-month": "Write the month as 2026-03.",
    "not-a-step": "Choose a step of the funnel other than the last.",
    "not-a-count": "Write a whole number: 1 or more lost, 0 or more back.",
    "more-than-lost": "Not more can come back than were lost.",
  } satisfies Record<LostProblem, string>,
  chooseStep: "Choose a step",
  saveLost: "Save a reason",
  saveLostLead: "From calls, the sales system or a goodbye survey: how many left after which step, and why.",
  lostSaved: ({ reason }: { reason: string }) => `“${reason}” saved.`,
  problems: {
    missing: "Fill this in; 0 is a count.",
    "too-long": "Make this shorter.",
    "not-a-month": "Write the month as 2026-03.",
    "not-a-count": "Write a whole number of 0 or more.",
    "before-coming": "They cannot stand anywhere before the month they came in.",
    "more-than-before": "This cannot be more than those it is a part of.",
  } satisfies Record<CountsProblem, string>,
};
