import { effectiveSampleSize } from "../stats/design-effect";
import { postStratify, weightedMean } from "../stats/post-stratify";
import { rake } from "../stats/rake";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

const sizes = ["small", "small", "small", "small", "small", "small", "large", "large", "large", "large"];
const satisfaction = [4, 5, 4, 3, 5, 4, 2, 3, 2, 3];

/** Making the answers count as in the market. */
export const weightMethods: readonly Method[] = [
  {
    key: "kish-effective-n",
    family: "clusters",
    name: both("加权后的有效人数", "Effective answers after weighting"),
    plain: [
      both(
        "权重越不均匀，同样多的答卷能说明的就越少。这个数告诉您：加权后相当于多少份不加权的答卷。",
        "The more unequal the weights, the less the same answers can say. This is how many unweighted answers they amount to.",
      ),
    ],
    formula: ["n_eff = (Σw)² / Σw²"],
    fails: [
      both(
        "它只算权重造成的损失，不含同事相似造成的损失。",
        "It counts the loss by weights only, not the loss by colleagues who answer alike.",
      ),
    ],
    sources: ["Kish (1992), Journal of Official Statistics 8:183–200"],
    example: {
      given: both(
        "10 份答卷，权重 1、1、2、2、3、0.5、0.5、1.5、4、1。",
        "10 answers with weights 1, 1, 2, 2, 3, 0.5, 0.5, 1.5, 4, 1.",
      ),
      compute: () =>
        worked(effectiveSampleSize([1, 1, 2, 2, 3, 0.5, 0.5, 1.5, 4, 1]), (size) => [
          line(both("有效人数", "Effective answers"), "number", size.effectiveN),
          line(both("设计效应", "Design effect"), "number", size.designEffect),
        ]),
    },
  },
  {
    key: "post-stratification",
    family: "clusters",
    name: both("事后分层加权", "Post-stratification"),
    plain: [
      both(
        "答卷里大公司多了、小公司少了？按市场上的真实比例给每一格（例如行业 × 规模）加权。权重限制在 1/5 到 5 之间，免得几份答卷代表所有人。",
        "Too many large companies among the answers? Each cell (industry × size, say) is weighted to its share of the market. Weights stay between 1/5 and 5, so that a few answers never speak for all.",
      ),
    ],
    formula: ["w = (N_cell / N) · (n / n_cell),  1/5 ≤ w ≤ 5"],
    fails: [
      both(
        "市场里有、答卷里没有的格子无法补救：这时产品拒绝加权，请您先去收集那一格。",
        "No weight can stand in for a cell nobody answered: weighting is then refused, and you are asked to collect that cell first.",
      ),
    ],
    sources: ["Holt & Smith (1979), JRSS A 142:33–46"],
    example: {
      given: both(
        "满意度 10 份：小公司 6 份（4 5 4 3 5 4），大公司 4 份（2 3 2 3）；市场上小公司占 80%。",
        "Ten satisfaction answers: six of small companies (4 5 4 3 5 4), four of large ones (2 3 2 3); 80 % of the market is small.",
      ),
      compute: () =>
        worked(postStratify(sizes, { small: 80, large: 20 }), ({ weights, effectiveN }) => [
          line(
            both("加权前的平均分", "Mean before"),
            "number",
            weightedMean(
              satisfaction,
              sizes.map(() => 1),
            ),
          ),
          line(both("加权后的平均分", "Mean after"), "number", weightedMean(satisfaction, weights)),
          line(both("有效人数", "Effective answers"), "number", effectiveN),
        ]),
    },
  },
  {
    key: "raking",
    family: "clusters",
    name: both("边际加权（raking）", "Raking"),
    plain: [
      both(
        "只知道行业的比例和规模的比例、不知道每一格时，就在两边轮流调整，直到行和列都对上市场。",
        "When you know the market's shares by industry and by size but not for each cell, rows and columns are fitted in turn until both agree with the market.",
      ),
    ],
    formula: ["w_ij = a_i · b_j,  with Σ_j n_ij·w_ij = R_i and Σ_i n_ij·w_ij = C_j"],
    fails: [
      both(
        "某一行或某一列没有人作答就拒绝；空格太多时可能没有解，产品会说明。",
        "A row or column without answers is refused; with too many empty cells there may be no solution, and we say so.",
      ),
    ],
    sources: ["Deming & Stephan (1940), Annals of Mathematical Statistics 11:427–444"],
    example: {
      given: both(
        "两个行业 × 两种规模，答卷 [[30, 10], [20, 40]]；市场按行业 60/40，按规模 70/30。",
        "Two industries × two sizes, answers [[30, 10], [20, 40]]; market 60/40 by industry, 70/30 by size.",
      ),
      compute: () =>
        worked(
          rake(
            [
              [30, 10],
              [20, 40],
            ],
            [60, 40],
            [70, 30],
          ),
          (raked) => [
            line(both("各格的权重", "Weights of the cells"), "number", raked.weights.flat()),
            line(both("加权后的表", "Table after weighting"), "number", raked.fitted.flat()),
          ],
        ),
    },
  },
];
