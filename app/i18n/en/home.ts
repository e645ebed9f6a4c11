import { grouped } from "../format";

type AskedRole = "decider" | "user" | "requester";

export const home = {
  /** Each sentence is kept together where there is room. */
  headline: ["The boss, the user and the one who asked for it want different things.", "Ask all three."],
  lead: "Trivista runs the research around a product for businesses: a questionnaire for each role in the customer's decision chain, fieldwork, checks, and a report whose verdicts say how sure they are. It runs on your own server.",
  readSample: "Read a sample report",
  setUp: "Set up",
  notSetUp: "This installation is new. Setting it up takes a minute.",
  chain: {
    title: "One customer, three voices",
    lead: "A business product is chosen by a chain, not by a person. Every role answers its own questions, and a block that is worded the same for all, so that you see where they agree.",
    asks: {
      decider:
        "Pays, and compares functions, price and service. Says what must improve: “acquiring a customer costs too much”.",
      requester:
        "Compares the products and reports. Knows the scenarios in which it is needed and what was tried before.",
      user: "Works with it every day. Names the causes behind what the boss complains about, and decides the renewal.",
    } satisfies Record<AskedRole, string>,
    try: {
      decider: "Try the decider's questionnaire",
      requester: "Try the requester's questionnaire",
      user: "Try the user's questionnaire",
    } satisfies Record<AskedRole, string>,
    tryNote: "Some minutes each. Answers of a try are not stored.",
  },
  verdict: {
    title: "A verdict says how sure it is",
    lead: "“How would you feel if you could no longer use it?” The usual bar is 40% very disappointed. If one user says so, is that a market? The same test on three samples:",
    one: "One user asked",
    twenty: "Twenty users asked",
    slack: "Slack's published survey, 2015",
    sample: ({ k, n }: { k: number; n: number }) => `${grouped(k)} of ${grouped(n)} very disappointed`,
    more: "Answers from one company are not counted as if they were independent: fifty users there do not outvote five deciders elsewhere.",
    methods: "How every figure is computed",
  },
  people: {
    title: "Who works with it",
    list: [
      {
        who: "Product managers",
        does: "Start a study with its questionnaires ready, send links, watch who has answered and which role is missing, read the results.",
      },
      {
        who: "Respondents",
        does: "Open a link on the phone, in Chinese or English, answer in minutes, stop and go on later.",
      },
      {
        who: "Leadership",
        does: "Open one report: is there product-market fit, what does each role want, where do they contradict each other, whose voice is still missing.",
      },
    ],
  },
};
