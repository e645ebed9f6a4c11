import type { Confirmation, Lacking } from "~/domain/growth/opportunity-confirm";
import type { OpportunityField, OpportunityProblem } from "~/domain/growth/opportunity-form";
import type { OpportunityMarket, OpportunityStatus } from "~/domain/growth/words";
import { grouped, plural } from "../format";

export const opportunity = {
  lead: "Needs that people in the chain name, ranked by how badly they are served and how many companies have them.",
  emptyTitle: "No opportunities yet",
  empty:
    "Write down a need, or take one of those below that the answers name. Each gets a score, the companies that have it, quotes, and a wave that will confirm it.",
  add: "Write down a need",
  list: "Opportunities",
  ranked: ({ n }: { n: number }) => `${plural(n, "opportunity", "opportunities")}, the strongest first.`,
  rank: ({ rank }: { rank: string }) => `${rank} of 20`,
  rankWord: "Rank",
  unranked: "Not ranked",
  unrankedWhy: "It needs an attribute that scores it, and a problem or words that say who has it.",
  score: ({ score, n }: { score: string; n: number }) => `Ulwick score ${score} (n = ${grouped(n)})`,
  noScore: "No score yet",
  reach: ({ range, n }: { range: string; n: number }) =>
    `${range} of ${plural(n, "company", "companies")} have it`,
  answers: ({ n }: { n: number }) => plural(n, "answer", "answers"),
  noReach: "Who has it is not known yet",
  cover: ({ yes, partial, n }: { yes: number; partial: number; n: number }) =>
    `${grouped(yes)} of ${plural(n, "competitor", "competitors")} cover it${partial > 0 ? `, ${grouped(partial)} in part` : ""}`,
  market: { sideways: "Extends sideways", complete: "Completes the solution" } satisfies Record<
    OpportunityMarket,
    string
  >,
  marketHint: {
    sideways: "a new need next to the present one",
    complete: "what is missing to the whole",
  } satisfies Record<OpportunityMarket, string>,
  opens: ({ who }: { who: string }) => `Opens: ${who}`,
  status: {
    open: "Open",
    "to-confirm": "To be confirmed",
    confirmed: "Confirmed",
    building: "Being built",
    rejected: "Rejected",
  } satisfies Record<OpportunityStatus, string>,
  wave: ({ n }: { n: number }) => `Wave ${grouped(n)}`,
  rankRange: ({ range }: { range: string }) => ` (${range})`,
  tied: "Tied with the one above: their ranges overlap, so the order is not settled.",
  themed: ({ theme }: { theme: string }) => `Theme: ${theme}`,
  settled: {
    answers: ({ status }: { status: string }) => `${status} by the answers`,
    hand: ({ status }: { status: string }) => `${status}, set by hand`,
  } satisfies Record<"answers" | "hand", unknown>,
  against: ({ status, who, when }: { status: string; who: string; when: string }) =>
    `${who} set it to “${status}” on ${when}; the answers do not say so.`,
  verdict: {
    confirmed: "The wave confirms it.",
    refuted: "The wave does not confirm it: clearly fewer have it.",
    undecided: "The wave leaves it open.",
    lacking: "Not confirmed yet.",
  } satisfies Record<Confirmation["state"], string>,
  lacking: {
    "not-findable": () => "Nothing says who has it: choose a problem, words or a theme.",
    "no-wave": () => "No wave is linked to it.",
    "no-answers": ({ wave }: { wave: number }) => `Wave ${grouped(wave)} has no answers of this role.`,
    "too-few": ({ wave, companies, needed }: { wave: number; companies: number; needed: number }) =>
      `Wave ${grouped(wave)} has answers of ${plural(companies, "company", "companies")}; it takes ${grouped(needed)}.`,
    "no-earlier": ({ wave }: { wave: number }) =>
      `No wave before wave ${grouped(wave)} has answers of this role, so there is nothing to confirm against.`,
    "too-few-earlier": ({ companies, needed }: { companies: number; needed: number }) =>
      `The waves before have answers of ${plural(companies, "company", "companies")}; it takes ${grouped(needed)}.`,
  } satisfies Record<Lacking, unknown>,
  waveResult: (given: { n: number; range: string; of: number; before: string; ofBefore: number }) =>
    `Wave ${grouped(given.n)}: ${given.range} of ${plural(given.of, "company", "companies")} have it; before: ${given.before} of ${grouped(given.ofBefore)}.`,
  waveDifference: ({ difference, low, high }: { difference: string; low: string; high: string }) =>
    `Difference ${difference} points (${low} to ${high}); confirmed when it is surely no worse than −20.`,
  waveScore: ({ now, before }: { now: string; before: string }) => `Ulwick score ${now}; before: ${before}.`,
  openWave: ({ n }: { n: number }) => `Open fieldwork of wave ${grouped(n)}`,
  quotes: "What they say",
  suggestions: "Named in the answers, not written down yet",
  suggestionsLead: "Problems that people of a role ranked, by score and reach.",
  take: "Write this down",
  takeThis: ({ need }: { need: string }) => `Write down: ${need}`,
  suggestion: ({ role, problem }: { role: string; problem: string }) => `${role}: ${problem}`,
  edit: ({ need }: { need: string }) => `Edit: ${need}`,
  formTitle: "Write down a need",
  editTitle: "Edit the opportunity",
  field: {
    need: "The need",
    role: "Who has it",
    origin: "Where it comes from",
    attribute: "Attribute that scores it",
    problem: "Problem in the questionnaire",
    words: "Words in open answers",
    themeId: "Theme of coded answers",
    featureId: "Feature that would answer it",
    market: "What it does for the product",
    opens: "Market it opens",
    status: "Status",
    waveNumber: "Wave that will confirm it",
  } satisfies Record<OpportunityField, string>,
  hint: {
    need: "One sentence, in the words of those who have it.",
    attribute: "Importance and satisfaction of this attribute give the Ulwick score.",
    problem: "Companies in which somebody ranked it have the need.",
    words: "Separated by commas; answers that hold one of them count too.",
    themeId: "Answers in which a reader found it count too.",
    featureId: "For how many competitors already have it.",
    opens: "For example: shops with fewer than ten people.",
    waveNumber: "The number of a wave, also one that is still to come.",
  },
  none: "None",
  save: "Save",
  removed: ({ need }: { need: string }) => `Removed: ${need}`,
  restored: ({ need }: { need: string }) => `Brought back: ${need}`,
  changed:
    "Somebody saved or removed this in the meantime. What you typed is still here; saving again writes over theirs.",
  problems: {
    missing: "Fill this in.",
    "too-long": "Make this shorter.",
    "not-offered": "Choose one of the list.",
    "needs-wave": "Say which wave will confirm it, or has.",
    "not-a-wave": "Write the number of a wave, 1 to 99.",
  } satisfies Record<OpportunityProblem, string>,
};
