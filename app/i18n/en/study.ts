import type { BusinessType, LifeCycleStage } from "~/domain/study/study";
import type { StudyProblem } from "~/domain/study/study-form";
import { plural } from "../format";

export const study = {
  sample: "Sample",
  sampleNotice: "This is the sample study. Its companies and answers are invented.",
  list: {
    title: "Studies",
    lead: "One study is one research project on one product.",
    create: "New study",
    emptyTitle: "No study yet",
    empty:
      "A study asks the people in your customer's decision chain and computes what they want. It starts with its questionnaires ready.",
    product: "Product",
    type: "Business type",
    stage: "Stage",
    complete: "Complete responses",
    activity: "Last activity",
    actions: "Actions",
    created: ({ date }: { date: string }) => `created ${date}`,
    archivedTitle: "Archived",
    archivedLead: "Hidden from the list. Links stay open and answers are kept.",
    archived: ({ product }: { product: string }) => `“${product}” is archived.`,
    restored: ({ product }: { product: string }) => `“${product}” is back in the list.`,
    archiveOf: ({ product }: { product: string }) => `Archive ${product}`,
    restoreOf: ({ product }: { product: string }) => `Restore ${product}`,
  },
  form: {
    newTitle: "New study",
    newLead: "The questionnaires are written for what you say here. You can edit them before you publish.",
    editTitle: "Study settings",
    editLead: "Settings change how results are judged from now on.",
    notReworded:
      "Questionnaires already written are not reworded. If the product's name, competitors, prices or PMF window change, edit their wording yourself.",
    create: "Create study",
    groups: {
      product: "The product",
      market: "The market",
      price: "Price",
      pmf: "PMF rule",
      roles: "Roles to ask",
    },
    product: "Product name",
    productHint: "As your customers know it. It is written into the questions.",
    description: "One-line description",
    descriptionHint: "What it does, and for whom.",
    businessType: "Business type",
    typeMeaning: {
      platform:
        "Two sides attract each other; the business side stays while it earns. Also asks which side a company is on.",
      saas: "Signing up is the start, renewal keeps it alive. Asks how often the core function is used.",
      "human-service": "People deliver it, as in an agency. Asks about working together.",
      hardware: "It proves itself at work, after the first purchase. Asks about use on site.",
    } satisfies Record<BusinessType, string>,
    typeHint: ({ meaning, uses, days }: { meaning: string; uses: number; days: number }) =>
      `${meaning} PMF counts whoever used it ${uses === 1 ? "once" : `${uses} times`} or more within ${days} days.`,
    stage: "Life-cycle stage",
    stageMeaning: {
      development: "Is there a market, and what do competitors offer?",
      "market-validation": "Do people use it, would they miss it, does it pay its way?",
      growth: "What brings in and keeps more customers?",
      maturity: "What keeps customers renewing?",
      decline: "What is still worth serving?",
    } satisfies Record<LifeCycleStage, string>,
    industry: "Industry of your customers",
    anyIndustry: "Several, or any",
    targetMarket: "Target market",
    targetMarketHint: "For example: companies of 50 to 1,000 people in China.",
    languages: "Languages of the questionnaires",
    languagesHint: "Respondents switch between them. The wording comes ready in both.",
    competitors: "Competitors",
    competitorsHint: ({ limit }: { limit: number }) =>
      `One a line, up to ${limit}. The ones your customers compare you with.`,
    currency: "Currency",
    currencyHint: "Three letters, for example CNY, USD or EUR.",
    priceUnitZh: "Price unit in Chinese",
    priceUnitEn: "Price unit in English",
    priceUnitHint: ({ usual }: { usual: string }) =>
      `What one price is paid for. Left empty, the usual one of the business type: ${usual}.`,
    priceLadder: "Prices to test",
    priceLadderHint: ({ limit }: { limit: number }) =>
      `Up to ${limit} prices, separated by commas. Each is asked “would you buy at this price?”. Left empty: not asked. Asked by the full questionnaires; the short ones ask for acceptable prices only.`,
    pmfLead: "Left empty, the rule named at the business type holds.",
    threshold: "Threshold",
    thresholdHint: ({ usual }: { usual: string }) =>
      `Share of “very disappointed” that counts as fit. Usual: ${usual}.`,
    minUses: "Uses at least",
    windowDays: "Within days",
    rolesLead: "Decider, user and requester are always asked. Others can be added later too.",
    roles: "Also ask",
    problemAt: ({ field, problem }: { field: string; problem: string }) => `${field}: ${problem}`,
    problems: {
      missing: "Fill this in.",
      "too-long": "This is too long. Shorten it.",
      "not-offered": "Choose one of the options offered.",
      "no-language": "Choose at least one language.",
      "not-a-currency": "Give a currency by its three letters, for example CNY.",
      "not-a-price": "Give prices above zero, separated by commas, for example 59, 99, 129.",
      "too-many": "There are too many. Keep those that matter most.",
      "not-a-share": "Give a percentage from 1 to 99, or leave it empty.",
      "not-a-count": "Give a whole number from 1, or leave it empty.",
    } satisfies Record<StudyProblem, string>,
  },
  overview: {
    settings: "Settings",
    nextTitle: "What to do next",
    next: {
      publish: {
        title: "Publish the questionnaires",
        text: ({ n }: { n: number }) =>
          `${plural(n, "questionnaire is", "questionnaires are")} ready to read. Publish, and each gets its link.`,
        action: "Read and publish",
      },
      send: {
        title: "Send the links",
        text: "Nobody has answered yet. Send the study link to companies; it asks for the role and opens the right questionnaire.",
        action: "Get links and messages",
      },
      wait: {
        title: ({ missing }: { missing: number }) =>
          `Wait for ${plural(missing, "more response", "more responses")}`,
        text: ({ roles, enough }: { roles: string; enough: number }) =>
          `Below ${enough} complete responses a role shows no percentages. Still short: ${roles}.`,
        action: "See how fieldwork runs",
      },
      read: {
        title: "Read the results",
        text: "Every role has enough responses for a first reading. More will narrow the intervals.",
        action: "Read the results",
      },
    },
    knownTitle: "What is known so far",
    knownNothing: "Nothing yet: no response is complete.",
    role: "Role",
    started: "Started",
    complete: "Complete",
    questionnaire: "Questionnaire",
    published: ({ version }: { version: number }) => `Published v${version}`,
    draft: "Draft",
    known: ({ complete, started }: { complete: number; started: number }) =>
      `${plural(complete, "complete response", "complete responses")} of ${plural(started, "started", "started")}.`,
    linksTitle: "Links",
    linksNone: "Links appear here once a questionnaire is published.",
    studyLink: "Study link: asks for the role first",
    aboutTitle: "About this study",
    stageQuestion: "Question of this stage",
    competitors: "Competitors",
    none: "None named",
    rule: "PMF rule",
    ruleText: ({ share, uses, days }: { share: string; uses: number; days: number }) =>
      `At least ${share} very disappointed, among those with ${plural(uses, "use", "uses")} within ${plural(days, "day", "days")}`,
  },
};
