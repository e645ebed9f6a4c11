import type { InsightKind, SaidStrength } from "~/domain/report/insight";
import { grouped } from "../format";

export const insights = {
  noneFiltered:
    "Of these responses alone nothing can be said with enough certainty. Show all, or filter less.",
  title: "Insights",
  lead: "What chance hardly explains, in the answers, the market and the books. The most important comes first; each line opens on what it rests on.",
  kind: {
    verdict: "Verdict",
    agreement: "Agreement",
    contradiction: "Contradiction",
    "missing-voice": "Missing voice",
    need: "Need",
    cause: "Cause",
    threat: "Threat",
    opportunity: "Opportunity",
    price: "Price",
    market: "Market",
    "quality-warning": "Quality",
  } satisfies Record<InsightKind, string>,
  strength: {
    strong: "Strong evidence",
    moderate: "Moderate evidence",
    fact: "Counted fact",
    undecided: "Undecided",
  } satisfies Record<SaidStrength, string>,
  strengthWhy: {
    strong: "It holds after correcting for everything looked at in this study.",
    moderate: "It holds within its own question, and not after correcting for everything else looked at.",
    fact: "Counted or computed as things stand; nothing was tested.",
    undecided: "Compared with the threshold, which lies inside the interval: more answers will decide.",
  } satisfies Record<SaidStrength, string>,
  basis: { "pre-registered": "Asked beforehand", exploratory: "Found by looking" },
  why: "Why",
  figures: "Figures",
  meaning: "What it means",
  wouldChange: "What would change it",
  next: "Next",
  adjusted: ({ p }: { p: string }) => `p = ${p} after correcting for everything looked at`,
  responses: ({ n }: { n: number }) =>
    n === 1 ? "See the response behind it" : `See the ${grouped(n)} responses behind it`,
  evidenceTitle: "The responses behind it",
  back: "All insights",
  none: {
    title: "Nothing certain yet",
    body: "With the answers so far nothing stands out from chance. More companies, and more roles in each, make it speak.",
    action: "To fieldwork",
  },
  gone: "This is no longer said: answers have come in since, or the link is wrong.",
  all: "All insights",
  points: ({ value }: { value: string }) => `${value} points`,
};
