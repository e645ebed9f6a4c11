/** The need tree as a drawing: the deciders' need, what requesters of the same companies say, and what their users name as causes. */
import type { Evidence } from "../evidence";
import { type Counted, countNaming, type NeedBranch, type Quote } from "../need-tree";
import type { Block, People, TreeLeaf } from "./report-document";
import { both } from "./say";
import { tellsTooMuch } from "./suppress";

const mostCauses = 3;
const mostQuotes = 1;

const words = {
  need: both("决策者的需求", "The deciders' need"),
  also: both("需求方也提到", "Requesters name it, too"),
  rival: both("需求方会选", "Requesters would choose"),
  cause: both("使用者说的原因", "Cause named by users"),
  missed: both("使用者最缺的功能", "Feature users miss most"),
};

const said = (quotes: readonly Quote[]) => quotes.slice(0, mostQuotes).map(({ text }) => text);
/** Whose rest among all who were asked is too small to stay unknown is the team's alone. */
function peopleIn({ n, count }: Counted, all: Counted): People {
  const rest = { n: all.n - n, k: all.count - count };
  return { n, k: count, ...(rest.n > 0 && tellsTooMuch(rest) && { apart: true }) };
}

type Heard = { users: readonly Evidence[]; requesters: readonly Evidence[] };

function columnsOf(branch: NeedBranch, { users, requesters }: Heard): TreeLeaf[][] {
  const { need, name, deciders, causes, features, rivals } = branch;
  const [feature] = features;
  const [rival] = rivals;
  return [
    [
      {
        ...{ role: "decider", what: words.need, name, companies: deciders.companies },
        ...{ people: { n: deciders.n, k: deciders.count }, quotes: said(branch.deciderQuotes) },
      },
    ],
    [
      ...(branch.requesters.n > 0
        ? [
            {
              ...{ role: "requester" as const, what: words.also, name: null },
              companies: branch.requesters.companies,
              people: peopleIn(branch.requesters, countNaming(requesters, "anchor.problems", need)),
              quotes: said(branch.scenarios),
            },
          ]
        : []),
      // What is left of one choice, or of a score over all, is not known here: these are the team's.
      ...(rival
        ? [
            {
              ...{ role: "requester" as const, what: words.rival, name: rival.name, quotes: [] },
              companies: rival.counted.companies,
              people: { n: rival.counted.n, k: rival.counted.count, apart: true as const },
              behind: "competitors/analysis",
            },
          ]
        : []),
    ],
    [
      ...causes.slice(0, mostCauses).map((cause) => ({
        ...{ role: "user" as const, what: words.cause, name: cause.name, companies: cause.counted.companies },
        people: peopleIn(cause.counted, countNaming(users, "user.causes", cause.value)),
        quotes: said(cause.quotes),
      })),
      ...(feature
        ? [
            {
              ...{ role: "user" as const, what: words.missed, name: feature.name, quotes: [] },
              ...{ companies: feature.companies, score: feature.score },
              people: { n: feature.n, apart: true as const },
              behind: "competitors/features",
            },
          ]
        : []),
    ],
  ];
}

/** The needs that most deciders name, each with what lies behind it; both are of the same `evidence`. */
export function needTreeDrawing(evidence: readonly Evidence[], branches: readonly NeedBranch[]): Block[] {
  if (branches.length === 0) return [];
  const of = (role: "user" | "requester") => evidence.filter((one) => one.role === role);
  const heard = { users: of("user"), requesters: of("requester") };
  return [
    {
      kind: "tree",
      key: "needs/drawing",
      title: both("需求树：决策者的需求背后是什么", "Need tree: what lies behind the deciders' needs"),
      branches: branches.map((branch) => ({ columns: columnsOf(branch, heard) })),
      note: both(
        "需求方和使用者只算决策者提到这项需求的那些公司：需求和原因来自同样的地方。",
        "Requesters and users are those of the companies whose decider names the need: need and cause stem from the same places.",
      ),
      method: "need-tree",
    },
  ];
}
