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
    gap: "Gap",
    interval: "95% interval",
    pairs: "Companies with both",
    judged: "Verdict",
    certain: "Certain",
    notCertain: "Not certain",
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
      title: "No answers to report yet",
      body: "The report fills as questionnaires come back. So far too few have been finished.",
    },
    sampleNote: "This is a sample study: its companies and answers are invented.",
    print: "Print",
  },
};
