import { shapleyShares } from "../market/move-shares";
import { value } from "../outcome";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

const before = { companies: 1_000, share: 0.1 };
const now = { companies: 1_200, share: 0.15 };
const won = (moved: ReadonlySet<number>) =>
  (moved.has(0) ? now.companies : before.companies) * (moved.has(1) ? now.share : before.share);

export const moveShareMethods: readonly Method[] = [
  {
    key: "move-shares",
    family: "market",
    name: both("区间的变化怎么分摊到各项", "Sharing out why a range moved"),
    plain: [
      both(
        "几项假设一起变，市场变了多少该算在谁头上？先后顺序不同，答案也不同。这里把各种顺序都走一遍，每项取它“轮到时带来的变化”的平均，所以各项相加正好等于总变化。",
        "Several assumptions changed at once: how much of the move is due to each? It depends on the order in which they are changed. So every order is gone through, and each gets the mean of what it added when its turn came; the parts add up to the whole move.",
      ),
      both(
        "变化前后用的是同一组随机数，因此差别只来自假设，不来自抽样。变动多于四项时，取两个随机顺序和它们的倒序。",
        "Before and after use the same random draws, so the difference comes from the assumptions and not from drawing. With more than four changes two random orders and their reverses stand for all.",
      ),
    ],
    formula: [
      "shareᵢ = mean over orders of [P50(those before i, and i) − P50(those before i)];  Σ shareᵢ = P50 now − P50 before",
    ],
    fails: [
      both(
        "它说的是算式里的贡献，不是现实中的因果。",
        "It tells what each change contributes to the calculation, not what caused it in the world.",
      ),
    ],
    sources: [
      "Shapley (1953), A value for n-person games, Contributions to the Theory of Games II",
      "Castro, Gómez & Tejada (2009), Polynomial calculation of the Shapley value, Computers & Operations Research 36(5)",
    ],
    example: {
      given: both(
        "客户数 = 公司数 × 赢单比例。公司从 1000 家变为 1200 家，赢单比例从 10% 变为 15%。",
        "Customers = companies × share won. Companies go from 1,000 to 1,200, the share won from 10 % to 15 %.",
      ),
      compute: () =>
        worked(value(shapleyShares(2, won, 1)), ([companies = 0, share = 0]) => [
          line(both("公司数带来", "Due to companies"), "number", companies),
          line(both("赢单比例带来", "Due to the share won"), "number", share),
          line(both("合计", "Together"), "number", companies + share),
        ]),
    },
  },
];
