/** The need tree as rows: the deciders' need, and under it what requesters and users of the same companies say. */
import type { LocalText } from "../../language";
import type { Evidence } from "../evidence";
import { type Counted, countNaming, type NeedBranch } from "../need-tree";
import type { Block, Cell, People } from "./report-document";
import { both, say } from "./say";
import { tellsTooMuch } from "./suppress";

const mostCauses = 3;

const also = both("　← 需求方也提到", "　← requesters name it, too");
const under = (what: LocalText, name: LocalText): LocalText =>
  say((_, of) => both(`　← ${of(what)}：${of(name)}`, `　← ${of(what)}: ${of(name)}`));
const cause = both("使用者说的原因", "cause named by users");
const missed = both("使用者最缺的功能", "feature users miss most");
const rival = both("需求方会选", "requesters would choose");

/** Hidden from whoever is not of the team. */
const nobody: People = { n: 0 };

/** Those counted; nobody where those left over of all who were asked are too few to stay unknown. */
function counted({ n, count }: Counted, all: Counted): People {
  const rest = { n: all.n - n, k: all.count - count };
  return rest.n > 0 && tellsTooMuch(rest) ? nobody : { n, k: count };
}

function rowOf(name: LocalText, { n, count, companies }: Counted, people: People): Cell[] {
  return [name, ...[count, n, companies].map((value) => ({ value, people })), null];
}

type Heard = { users: readonly Evidence[]; requesters: readonly Evidence[] };

function branchRows(branch: NeedBranch, heard: Heard): Cell[][] {
  const { need, name, deciders, requesters, causes, features, rivals } = branch;
  const [feature] = features;
  const [first] = rivals;
  return [
    rowOf(name, deciders, { n: deciders.n, k: deciders.count }),
    ...(requesters.count > 0
      ? [rowOf(also, requesters, counted(requesters, countNaming(heard.requesters, "anchor.problems", need)))]
      : []),
    ...causes
      .slice(0, mostCauses)
      .map((one) =>
        rowOf(
          under(cause, one.name),
          one.counted,
          counted(one.counted, countNaming(heard.users, "user.causes", one.value)),
        ),
      ),
    // What is left of one choice or of a score over all is not known here: these rows are the team's.
    ...(feature
      ? [
          [
            under(missed, feature.name),
            null,
            { value: feature.n, people: nobody },
            null,
            { value: feature.score, people: nobody },
          ],
        ]
      : []),
    ...(first ? [rowOf(under(rival, first.name), first.counted, nobody)] : []),
  ];
}

/** The needs that most deciders name, each with what lies behind it; both are of the same `evidence`. */
export function needTreeTable(evidence: readonly Evidence[], branches: readonly NeedBranch[]): Block[] {
  if (branches.length === 0) return [];
  const of = (role: "user" | "requester") => evidence.filter((one) => one.role === role);
  const heard = { users: of("user"), requesters: of("requester") };
  return [
    {
      kind: "table",
      key: "needs/tree",
      look: "tree",
      title: both("需求树的数字", "The need tree in numbers"),
      columns: [
        { header: both("决策者的需求 ← 背后的说法", "The deciders' need ← what lies behind it") },
        { header: both("提到的人", "People naming it"), unit: "number" },
        { header: both("作答的人", "Asked"), unit: "number" },
        { header: both("公司", "Companies"), unit: "number" },
        { header: both("机会分（0–20）", "Opportunity, 0–20"), unit: "number", digits: 1 },
      ],
      rows: branches.flatMap((branch) => branchRows(branch, heard)),
      note: both(
        "“←”下面只算决策者提到这项需求的那些公司：需求和原因来自同样的地方。",
        "What follows a “←” comes from the companies whose decider names the need: need and cause stem from the same places.",
      ),
      method: "need-tree",
    },
  ];
}
