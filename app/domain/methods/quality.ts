import { value } from "../outcome";
import { findNearDuplicates } from "../quality/near-duplicates";
import { relativeSpeed } from "../quality/relative-speed";
import { roleContradictions } from "../quality/role-contradictions";
import { longstring, responseVariability } from "../quality/straightlining";
import type { Method } from "./method";
import { both, line, sideBySide, worked } from "./worked-example";

const straight = [3, 3, 3, 3, 3, 3, 3, 3];
const varied = [4, 4, 3, 5, 2, 4, 5, 3];

/** Which answers to look at again. */
export const qualityMethods: readonly Method[] = [
  {
    key: "straightlining",
    family: "quality",
    name: both("一路同选", "Straightlining"),
    plain: [
      both(
        "一整组评分都选同一个答案，可能没有认真看题。看两个数：最长连续相同的个数，和这个人评分的标准差。",
        "A whole grid with one and the same answer may not have been read. Two figures tell: the longest run of one answer, and the standard deviation of the person's ratings.",
      ),
      both(
        "至少五行的评分组才判断，而且每一组都一路同选才标记：样本小时，每份答卷都要慎重。",
        "Only grids of five rows or more are judged, and only a response straight in all of them is flagged: in a small sample every response counts.",
      ),
    ],
    formula: ["longstring = longest run of equal answers", "IRV = √(Σ (x − x̄)² / (n − 1))"],
    fails: [
      both(
        "真的样样满意的人也会一路同选：标记只是请您看一眼，不会自动删除。",
        "Somebody content with everything answers straight too: a flag asks you to look, nothing is deleted.",
      ),
    ],
    sources: [
      "Johnson (2005), Ascertaining the validity of individual protocols from web-based personality inventories, Journal of Research in Personality 39",
      "Dunn, Heggestad, Shanock & Theilgard (2018), Intra-individual response variability, Journal of Business and Psychology 33",
    ],
    example: {
      given: both(
        "两位使用者的八个评分：3,3,3,3,3,3,3,3 和 4,4,3,5,2,4,5,3。",
        "Eight ratings of two users: 3,3,3,3,3,3,3,3 and 4,4,3,5,2,4,5,3.",
      ),
      compute: () =>
        worked(value([straight, varied]), (rows) => [
          line(both("最长连续", "Longest runs"), "integer", sideBySide(rows.map(longstring))),
          ...rows.map((row, index) =>
            line(
              both(`第 ${index + 1} 位的 IRV`, `IRV of user ${index + 1}`),
              "number",
              responseVariability(row),
            ),
          ),
        ]),
    },
  },
  {
    key: "relative-speed",
    family: "quality",
    name: both("作答过快", "Speeding"),
    plain: [
      both(
        "每一页拿大家用时的中位数除以这个人的用时，再求平均。1 是平常速度，2 是快一倍；大于 2 才标记。每页最多算 3 倍，免得一页误点就下结论。",
        "On every page the median time is divided by the person's own, and the ratios averaged. 1 is the usual speed, 2 twice as fast; above 2 is flagged. No page counts more than 3, so that one slip does not decide.",
      ),
    ],
    formula: ["RSI = mean over pages of min(median / own, 3)"],
    fails: [
      both(
        "有用时记录的答卷不到五份时不判断；熟练的人本来就快。",
        "Not judged with fewer than five timed responses; people who know the matter are fast.",
      ),
    ],
    sources: ["Leiner (2019), Too fast, too straight, too weird, Survey Research Methods 13(3)"],
    example: {
      given: both(
        "六人在两页上的秒数：20/35、8/12、22/30、25/40、4/9、18/36。",
        "Seconds of six people on two pages: 20/35, 8/12, 22/30, 25/40, 4/9, 18/36.",
      ),
      compute: () =>
        worked(
          value(
            relativeSpeed([
              [20, 35],
              [8, 12],
              [22, 30],
              [25, 40],
              [4, 9],
              [18, 36],
            ]),
          ),
          ({ indices }) => [
            line(
              both("各人的速度指数", "Speed index of each"),
              "number",
              indices.flatMap((index) => (index.ok ? [index.value] : [])),
            ),
          ],
        ),
    },
  },
  {
    key: "near-duplicates",
    family: "quality",
    name: both("近似重复", "Near-duplicates"),
    plain: [
      both(
        "同一家公司、同一角色的两份答卷，如果四分之三以上的回答一样，可能是同一个人答了两次，或者代填。",
        "Two responses of one company and role that agree on three quarters of the answers may come from one person, or be filled in for a colleague.",
      ),
    ],
    formula: ["same answers / items that either answered ≥ 0.75"],
    fails: [
      both(
        "题目少时同事也会碰巧一样：可比的回答不到八个不标记。不同角色之间不比。",
        "With few items colleagues agree by chance: fewer than eight comparable answers are not flagged. Roles are not compared with each other.",
      ),
    ],
    sources: ["Kuriakose & Robbins (2016), Don't get duped, Statistical Journal of the IAOS 32"],
    example: {
      given: both(
        "甲 4,3,5,2；乙 4,3,5,1；丙 1,2,3,4，同一公司同一角色。",
        "A 4,3,5,2; B 4,3,5,1; C 1,2,3,4, of one company and role.",
      ),
      compute: () =>
        worked(
          value(
            findNearDuplicates(
              [
                [4, 3, 5, 2],
                [4, 3, 5, 1],
                [1, 2, 3, 4],
              ].map((answers, index) => ({ id: "ABC".charAt(index), company: "c", role: "user", answers })),
            ),
          ),
          (pairs) =>
            pairs.flatMap(({ first, second, same, compared }) => [
              line(
                both(`${first} 与 ${second} 相同`, `${first} and ${second} agree on`),
                "share",
                same / compared,
              ),
            ]),
        ),
    },
  },
  {
    key: "role-contradictions",
    family: "quality",
    name: both("同一个人前后矛盾", "Contradiction between roles of one person"),
    plain: [
      both(
        "一个人可以身兼两个角色，各答一份。锚定题组的措辞完全相同，如果两次评分相差 2 分以上，或选了不同的选项，就算一处矛盾；两处以上才标记。",
        "One person may hold two roles and answer for both. The anchor block is worded identically: ratings two points apart, or another choice, are a contradiction. Two of them raise the flag.",
      ),
    ],
    formula: ["|x(role 1) − x(role 2)| ≥ 2, or another choice"],
    fails: [
      both(
        "换个位置看问题，重点本来就会不同：请先问本人，再决定用哪一份。",
        "From another seat other things matter: ask the person before you choose between the two.",
      ),
    ],
    sources: [
      "Meade & Craig (2012), Identifying careless responses in survey data, Psychological Methods 17(3)",
    ],
    example: {
      given: both(
        "作为决策者：价格 5、服务 4；作为使用者：价格 2、服务 3。",
        "As decider: price 5, service 4; as user: price 2, service 3.",
      ),
      compute: () =>
        worked(
          value(
            roleContradictions([
              { role: "decider", answers: { price: 5, service: 4 } },
              { role: "user", answers: { price: 2, service: 3 } },
            ]),
          ),
          (found) => [
            line(both("矛盾处数", "Contradictions"), "integer", found.length),
            ...found.map(({ values: [one, other] }) =>
              line(
                both("价格的两次评分", "Both ratings of price"),
                "integer",
                sideBySide([Number(one), Number(other)]),
              ),
            ),
          ],
        ),
    },
  },
];
