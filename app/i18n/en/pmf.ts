import { grouped, plural } from "../format";

export const pmf = {
  plan: {
    title: "When to stop asking",
    lead: "The score is judged at counts that were declared beforehand, so that nobody stops on a lucky day. A look decides when one side is 95% likely; the interval above asks for more and may stay undecided. All responses of the wave in the field count, whatever the filter.",
    more: ({ n, role, verdict }: { n: number; role: string; verdict: string }) =>
      `${grouped(n)} more eligible ${role.toLowerCase()} would decide the verdict at today's share: ${verdict}.`,
    decided: ({ role, verdict }: { role: string; verdict: string }) =>
      `${role}: the interval has decided already: ${verdict}.`,
    noWay: ({ role }: { role: string }) =>
      `${role}: today's share is so close to the threshold that no number of further answers decides it.`,
    few: ({ role, n, companies }: { role: string; n: number; companies: number }) =>
      `${role}: too few to say how many more are needed (n = ${grouped(n)}, ${plural(companies, "company", "companies")}).`,
    verdict: { above: "above the threshold", below: "below the threshold" },
    table: ({ role }: { role: string }) => `${role}: the declared looks`,
    look: "After",
    answers: ({ n }: { n: number }) => plural(n, "answer", "answers"),
    above: "Above, if “very”",
    below: "Below, if “very”",
    atLeast: ({ k }: { k: number }) => `${grouped(k)} or more`,
    atMost: ({ k }: { k: number }) => `${grouped(k)} or fewer`,
    never: "at no count",
    seen: "Seen",
    chance: ({ chance }: { chance: string }) => `${chance} likely above`,
    waiting: ({ n }: { n: number }) => `${grouped(n)} more to go`,
    fewCompanies: "under five companies: not judged",
    says: {
      above: "stop: above",
      below: "stop: below",
      "go-on": "go on",
    },
    stop: ({ n, verdict }: { n: number; verdict: string }) =>
      `Stop: the look after ${plural(n, "answer", "answers")} decided, ${verdict}.`,
    next: ({ n, left }: { n: number; left: number }) =>
      `Go on to ${plural(n, "answer", "answers")}: ${grouped(left)} more.`,
    over: "The last look has passed without a decision: report it as undecided.",
    chances: "How often this plan is right",
    chancesOf: ({ role }: { role: string }) => `${role}: how often this plan is right`,
    truth: "If the true share is",
    saysAbove: "Says above",
    saysBelow: "Says below",
    saysNothing: "Stays undecided",
    needs: "Answers on average",
    beforehand: ({ date }: { date: string }) => `Declared on ${date}, before the first answer.`,
    afterwards: ({ date }: { date: string }) =>
      `Declared on ${date}, when answers had come in: less convincing than beforehand.`,
    none: ({ looks }: { looks: string }) =>
      `No looks are declared for this wave. To notice a share 20 points above the threshold four times in five, declare ${looks}.`,
    declare: "Declare looks",
    change: "Change the plan",
    methods: { more: "how many more", looks: "looks declared beforehand" },
  },
  parts: {
    title: "Two lamps in each part of the companies",
    lead: "Break-even is the business's own and has no parts. Many cells are looked at: one that is marked “may be luck” would not stand out once all of them are taken into account (Benjamini–Hochberg, 5%).",
    column: "Companies",
    all: ({ n }: { n: number }) => `All (${plural(n, "company", "companies")})`,
    of: ({ label, n }: { label: string; n: number }) => `${label} (${plural(n, "company", "companies")})`,
    frequency: ({ role }: { role: string }) => `${role}: used often`,
    upset: ({ role }: { role: string }) => `${role}: upset if gone`,
    luck: "may be luck",
    dark: { "too-few": "too few answers", "too-few-companies": "too few companies" },
    tooFew: "Too few answers or companies to light any lamp:",
    tooFewOf: ({ label, n }: { label: string; n: number }) =>
      `${label} (${plural(n, "company", "companies")})`,
  },
  counting: {
    same: "The verdict is the same however it is counted.",
    changes: ({ roles }: { roles: string }) => `The verdict changes with the counting: ${roles}.`,
  },
  split: {
    title: "What to build for fit",
    lead: "The way of Superhuman: find what the very disappointed love, win those somewhat disappointed who love the same, and leave the others for now. Half of the roadmap does more of it, half removes what holds these people back.",
    exploratory:
      "Exploratory: kinds and benefits are picked by how they turned out, so the figures flatter. Confirm them in the next wave.",
    words: ({ read, answers, question }: { read: number; answers: number; question: string }) =>
      `“${question}”: ${grouped(read)} of ${plural(answers, "answer", "answers")} read and coded. Until half of them are, the words they share stand in: a first look, not themes.`,
    wordsTitle: "Words, not yet themes",
    coded: ({ read, answers, question }: { read: number; answers: number; question: string }) =>
      `“${question}”: ${grouped(read)} of ${plural(answers, "answer", "answers")} read and coded.`,
    code: "Read and code the answers",
    noImprove: "Nobody who counts has said yet what to improve.",
    nobody: {
      "no-data": "Nobody counts yet.",
      "zero-denominator": "Nobody is very disappointed yet, so there is no love to build on.",
      "too-few": "No two of those very disappointed have named a benefit yet.",
    },
    main: "What lovers love",
    mainOf: ({ k, n, companies }: { k: number; n: number; companies: number }) =>
      `${grouped(k)} of ${plural(n, "lover", "lovers")} name it · ${plural(companies, "company", "companies")}`,
    tied: ({ names }: { names: string }) => `Named exactly as often: ${names}.`,
    convertible: "Can be won",
    convertibleOf: ({ k, n, companies }: { k: number; n: number; companies: number }) =>
      `${grouped(k)} of ${grouped(n)} somewhat disappointed value the same · ${plural(companies, "company", "companies")}`,
    aside: ({ n }: { n: number }) => `Leave aside for now: ${grouped(n)} who value something else.`,
    nobodyToWin: "Nobody somewhat disappointed values the same yet, so nothing holds anybody back.",
    ifWon: "If all of them were won",
    ifWonOf: ({ now, won }: { now: string; won: string }) => `${now} → ${won}`,
    ifWonHint: "The most this roadmap could bring; some will not be won.",
    kept: ({ kinds, from, to }: { kinds: string; from: string; to: string }) =>
      `Kinds of companies with at least one lover: ${kinds}. The score within them is ${to} instead of ${from}.`,
    doubleDown: "Half the roadmap: more of what is loved",
    doubleDownLead: "What lovers still wish for.",
    holdsBack: "Half the roadmap: what holds the others back",
    holdsBackLead: "What those who can be won wish for.",
    noWishes: "None of them has named a wish.",
    otherBenefits: "Other benefits that lovers name",
    of: ({ k, n }: { k: number; n: number }) => `${grouped(k)} of ${grouped(n)}`,
    companies: ({ n }: { n: number }) => plural(n, "company", "companies"),
  },
};
