import { value } from "../outcome";
import { leaningOf, patternOf } from "../report/company-chain";
import type { Method } from "./method";
import { both, line } from "./worked-example";

const names = {
  for: both("一致支持", "aligned for us"),
  against: both("一致反对", "aligned against us"),
  "decider-only": both("决策者认可，使用者不认可", "decider sold, users not"),
  "users-only": both("使用者认可，决策者不认可", "users sold, decider not"),
  split: both("有分歧", "split"),
  unheard: both("尚未听到", "unheard"),
};

export const chainPatternMethods: readonly Method[] = [
  {
    key: "chain-pattern",
    family: "agreement",
    name: both("一家公司的决策链格局", "The pattern of a company's chain"),
    plain: [
      both(
        "每个角色都答同一道题：如果今天决定，会选谁。一个角色里过半数的人选本产品，这个角色就算支持；过半数选竞品或维持现状，算反对；都不过半，算分歧。",
        "Every role answers the same question: whom would you choose if you had to decide today. More than half of a role's people for us makes the role for us; more than half for a rival or for staying as it is, against; neither, split.",
      ),
      both(
        "格局只看决策者与使用者：一个决定买，一个决定续。",
        "The pattern is made of decider and users: one decides the purchase, the other the renewal.",
      ),
    ],
    formula: ["for: us > n/2 · against: rivals + status quo > n/2 · else split"],
    fails: [
      both(
        "一个角色里往往只有一两个人，格局说的是他们，不是整个部门。",
        "A role is often one or two people: the pattern speaks of them, not of the department.",
      ),
      both(
        "决策者或使用者没有作答，就是“尚未听到”，不去猜。",
        "Where decider or users have not answered it is “unheard”, and nothing is guessed.",
      ),
    ],
    sources: ["Webster & Wind (1972), J Marketing 36(2)", "Bonoma (1982), Harvard Business Review 60(3)"],
    example: {
      given: both(
        "一位决策者选本产品；三位使用者中一位选本产品、一位选竞品、一位维持现状。",
        "A decider chooses us; of three users one chooses us, one a rival, one stays as it is.",
      ),
      compute: () => {
        const pattern = patternOf([
          { role: "decider", leaning: leaningOf(["us"]).leaning },
          { role: "user", leaning: leaningOf(["us", "rival", "status-quo"]).leaning },
        ]);
        return value([...line(both("格局", "Pattern"), "number", names[pattern])]);
      },
    },
  },
  {
    key: "need-tree",
    family: "agreement",
    name: both("需求树", "The need tree"),
    plain: [
      both(
        "决策者说出的需求往往是模糊的，比如“成本太高”。需求树把它与同一批公司里需求方的场景、使用者说出的具体原因放在一起：只看决策者提到这个需求的公司。",
        "A need that deciders name is often fuzzy: “it costs too much”. The tree puts it beside the requesters' scenarios and the users' specific causes in the same companies: only those whose decider names the need.",
      ),
      both(
        "数的是人，旁边写明来自几家公司。机会分按这些公司的使用者计算。",
        "People are counted, with the number of companies beside them. Opportunity scores are those of these companies' users.",
      ),
    ],
    formula: ["share of a cause = users naming it / users asked, in companies whose decider ranks the need"],
    fails: [
      both(
        "树只是把回答放在一起。原因与需求是否真的一起出现，要看洞察里的检验。",
        "The tree only puts answers side by side. Whether a cause goes with a need beyond chance is tested in the insights.",
      ),
      both(
        "没有填公司的人，不在下面两层。",
        "People who named no company are missing from the lower levels.",
      ),
    ],
    sources: ["Griffin & Hauser (1993), The voice of the customer, Marketing Science 12(1)"],
    example: {
      given: both(
        "决策者提到需求的公司里有 12 位使用者，其中 9 位说到同一个原因。",
        "12 users in the companies whose decider names the need; 9 of them name the same cause.",
      ),
      compute: () => value([...line(both("说到它的比例", "Share naming it"), "share", 9 / 12)]),
    },
  },
];
