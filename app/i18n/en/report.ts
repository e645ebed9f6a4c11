import { grouped, plural } from "../format";

export const report = {
  chain: {
    title: "Decision chain",
    lead: "Whose voice has been heard in each company, and where the roles of a company see things differently.",
    attribute: "What is rated",
    mean: "Mean importance, 1–5",
    meanSatisfaction: "Mean satisfaction, 1–5",
    importance: "What matters to each role",
    satisfaction: "How satisfied each role is today",
    gapTitle: "Where decider and user differ",
    gapLead:
      "Decider minus user, paired within each company; a positive gap means that it matters more to deciders. Differences are called certain at 5% after Holm's correction over the eight items.",
    gap: "Gap",
    interval: "95% interval",
    pairs: "Companies with both",
    judged: "Verdict",
    certain: "Certain",
    notCertain: "Not certain",
    companiesTitle: "Companies and voices",
    table: "Companies by role",
    company: "Company",
    missing: "Missing voice",
    findingPart: ({ role, attribute }: { role: string; attribute: string }) =>
      `${role} care most about “${attribute}”`,
    findingSatisfaction: ({ role, attribute }: { role: string; attribute: string }) =>
      `${role} are least satisfied with “${attribute}”`,
    between: "; ",
    legend: "Complete responses; deeper colour, more of them. A dashed cell is a voice not heard yet.",
    showAll: ({ n }: { n: number }) => `Show all ${grouped(n)} companies`,
  },
  coverage: {
    all: ({ k, n }: { k: number; n: number }) =>
      `In ${grouped(k)} of ${plural(n, "company", "companies")} decider, user and requester have all answered.`,
    missing: {
      decider: ({ n }: { n: number }) =>
        `${plural(n, "company lacks", "companies lack")} the decider's voice.`,
      user: ({ n }: { n: number }) => `${plural(n, "company lacks", "companies lack")} the users' voice.`,
      requester: ({ n }: { n: number }) =>
        `${plural(n, "company lacks", "companies lack")} the requester's voice.`,
    },
    withoutCompany: ({ n }: { n: number }) => `${plural(n, "response names", "responses name")} no company.`,
  },
  report: {
    title: ({ product }: { product: string }) => `${product}: decision-chain report`,
    listTitle: "Reports",
    listLead: "One report a study, always up to date.",
    list: "Studies",
    open: "Open the report",
    lastResponse: "Last response",
    emptyList: { title: "No report yet", body: "A report appears here as soon as a study exists." },
    lead: ({ responses, companies }: { responses: number; companies: number }) =>
      `${plural(responses, "complete response", "complete responses")} from ${plural(companies, "company", "companies")}.`,
    empty: {
      title: "Nothing to report yet",
      body: "The report fills as questionnaires come back. Nobody has finished one so far.",
    },
    headline: "In short",
    fit: {
      above: ({ role }: { role: string }) => `${role} would miss it: above the threshold.`,
      below: ({ role }: { role: string }) => `${role} would not miss it: below the threshold.`,
      undecided: ({ role, n }: { role: string; n: number }) =>
        `Whether ${role.toLowerCase()} would miss it is undecided; ${plural(n, "more answer", "more answers")} at today's share would decide it.`,
      undecidedOpen: ({ role }: { role: string }) =>
        `Whether ${role.toLowerCase()} would miss it is undecided.`,
      few: ({ role }: { role: string }) =>
        `Too few ${role.toLowerCase()} have answered to say whether they would miss it.`,
      none: ({ role }: { role: string }) => `No eligible answer of ${role.toLowerCase()} yet.`,
    },
    differ: ({ n }: { n: number }) =>
      n === 0
        ? "No certain difference between deciders and users in what matters to them."
        : `Deciders and users certainly differ on ${grouped(n)} of the eight things that matter.`,
    pmf: "Would they miss it?",
    coverage: "Who has been heard",
    wants: "What each role wants",
    wantsLead: "The same questions in every role.",
    attributes: "Matters most",
    problems: "Main problems",
    choices: "Would choose today",
    differences: "Where they differ",
    caresMore: "cares more about",
    differencesLead:
      "How far decider and user of one company are apart in rating the importance of the same thing, 1–5; only gaps that chance hardly explains.",
    chooseToday: "If they had to decide today, each role’s most frequent choice would be:",
    choice: ({ role, option, share, n }: { role: string; option: string; share: string; n: number }) =>
      `${role}: ${option} ${share} (n = ${grouped(n)})`,
    between: "; ",
    widest: ({ attribute, role, gap, n }: { attribute: string; role: string; gap: string; n: number }) =>
      `Widest on “${attribute}”: ${role.toLowerCase()} rate it ${gap} points higher (${plural(n, "company", "companies")})`,
    points: ({ gap, range }: { gap: string; range: string }) => `${gap} points (${range})`,
    outOfFive: ({ mean }: { mean: string }) => `${mean} of 5`,
    noDifference:
      "No difference is certain yet. With more companies in which both have answered, one may become so.",
    method: "How it was done",
    methodText:
      "Roles are never pooled. Intervals allow for colleagues of one company answering alike; under five answers no percentage is shown, under five companies no verdict. Shares carry 95% intervals.",
    methods: "How every figure is computed",
    sampleNote: "This is a sample study: its companies and answers are invented.",
    print: "Print",
  },
};
