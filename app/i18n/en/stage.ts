import type { GateKey, GrowthLogic } from "~/domain/growth/stage";
import type { LifeCycleStage } from "~/domain/study/study";
import { grouped, plural } from "../format";

export const stage = {
  now: ({ stage: name }: { stage: string }) => `Stage: ${name}`,
  change: "Change the stage",
  logicTitle: "The growth logic that holds here",
  logic: {
    research: "No growth yet: research",
    product: "Product-driven",
    market: "Market-driven",
    service: "Service-driven",
  } satisfies Record<GrowthLogic, string>,
  logicText: {
    development:
      "Find out whether there is room, what competitors offer, and what the whole chain wants, before you build more.",
    "market-validation":
      "Needs that users and customers tell become functions, until those who use it would miss it and the business pays its way. Buying reach now buys customers who leave.",
    growth:
      "Win, convert, keep, earn: widen the top of the funnel, mend its dearest leak, and raise renewal before you pay for more visits.",
    maturity:
      "Renewals and word of mouth carry the business. Customers' success becomes the story that wins the next ones.",
    decline:
      "Look for a second growth: extend the product to the side, or complete it into a whole solution for those who stay.",
  } satisfies Record<LifeCycleStage, string>,
  look: {
    research: "Open the market",
    product: "Open the results by role",
    market: "Open the funnel",
    service: "Open renewals",
  } satisfies Record<GrowthLogic, string>,
  gates: ({ next }: { next: string }) => `Gates to ${next}`,
  stay: "What keeps you from decline",
  met: ({ n, all }: { n: number; all: number }) => `${grouped(n)} of ${grouped(all)} met`,
  state: { on: "Met", off: "Not met", undecided: "Undecided", dark: "No data" },
  gate: {
    coverage: "The whole decision chain was heard",
    matrix: "The competition is known",
    competition: "We win against the competition",
    headroom: "The market leaves room",
    frequency: "It is used often",
    upset: "Users would be upset without it",
    breakEven: "It breaks even",
    renewal: "Customers renew",
    ltvToCac: "A customer is worth what winning one costs",
    opportunity: "A new need is confirmed",
  } satisfies Record<GateKey, string>,
  why: {
    coverage: ({ complete, companies }: { complete: number; companies: number }) =>
      `Decider, user and requester answered in ${grouped(complete)} of ${plural(companies, "company", "companies")}; five are enough.`,
    matrix: ({ known, total }: { known: number; total: number }) =>
      `${grouped(known)} of ${plural(total, "cell", "cells")} of the matrix say something; four fifths are enough.`,
    headroom: ({ share }: { share: string }) => `${share} of the draws reach the revenue you need.`,
    competition: ({ win, tie, lose }: { win: string; tie: string; lose: string }) =>
      [win && `Won: ${win}.`, tie && `Undecided: ${tie}.`, lose && `Lost: ${lose}.`]
        .filter(Boolean)
        .join(" "),
    frequency: (given: { share: string; companies: number; uses: number; days: number; threshold: string }) =>
      `${given.share}, of users in ${plural(given.companies, "company", "companies")} use the core function ${plural(given.uses, "time", "times")} or more in ${plural(given.days, "day", "days")}. The whole interval must lie over ${given.threshold}.`,
    upset: ({ share, companies, threshold }: { share: string; companies: number; threshold: string }) =>
      `${share}, of users in ${plural(companies, "company", "companies")} would be very disappointed. The whole interval must lie over ${threshold}.`,
    breakEven: ({ months, required, last }: { months: number; required: number; last: string }) =>
      `${plural(months, "month", "months")} in a row without a loss up to ${last}, without outside money; ${grouped(required)} are required.`,
    renewal: ({ rate, threshold }: { rate: string; threshold: string }) =>
      `First renewal: ${rate}. The whole interval must lie over ${threshold}.`,
    ltvToCac: ({ range }: { range: string }) => `LTV:CAC ${range}; the whole range must lie over 3.`,
    opportunity: ({ confirmed, all }: { confirmed: number; all: number }) =>
      `${grouped(confirmed)} of ${plural(all, "opportunity", "opportunities")} confirmed by a wave.`,
  },
  none: {
    coverage: "Nobody has answered with a company yet.",
    matrix: "There are no competitors and features to compare yet.",
    competition: "Too few have said whom they would choose, and the matrix says too little.",
    headroom: "There is no market model with a goal yet.",
    frequency: "Too few users have said how often they use it.",
    upset: "Too few users have said whether they would miss it.",
    breakEven: "There are no books yet.",
    renewal: "No cohort has come to a renewal yet.",
    ltvToCac: "Customers, churn and acquisition cost are not known yet.",
    opportunity: "No need has been written down yet.",
  } satisfies Record<GateKey, string>,
  next: "What to do next",
  nextAll: ({ next }: { next: string }) => `Every gate is met. Move the study on to ${next}.`,
  nextStay: "Every gate is met. Keep it so, and look again when a wave or a month is added.",
  nextSettings: "Open the settings",
  todo: {
    coverage: "Hear the missing voices: send links to the roles that have not answered.",
    matrix: "Fill in what competitors can and cannot do.",
    competition: "See where a role would choose another, and what decides it there.",
    headroom: "Research the assumption that decides whether the market is large enough.",
    frequency: "Find out from users what keeps them from using it more often, and build that.",
    upset: "Read what those who would be upset value most, and what the undecided miss.",
    breakEven: "Bring revenue over the costs: see how many customers are missing.",
    renewal: "Find out why customers leave before you win more of them.",
    ltvToCac: "Lower the cost of winning a customer, or keep customers longer.",
    opportunity: "Write down the needs that open answers name, and let a wave confirm one.",
  } satisfies Record<GateKey, string>,
  open: {
    coverage: "Open the decision chain",
    matrix: "Open the matrix",
    competition: "Open the verdict",
    headroom: "Open the market",
    frequency: "Open PMF",
    upset: "Open PMF",
    breakEven: "Open the books",
    renewal: "Open renewals",
    ltvToCac: "Open the books",
    opportunity: "Open opportunities",
  } satisfies Record<GateKey, string>,
};
