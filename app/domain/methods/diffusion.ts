import { bassCurve, bassPeak } from "../market/bass";
import { bassFit, bassOls } from "../market/bass-fit";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

const airConditioners = { p: 0.0104177, q: 0.41861, m: 16_895 };
const recorders = [840, 1470, 2110, 4000, 7590, 10_950, 10_530, 9470, 7790, 5890];
const years = recorders.map((_, year) => year + 1);
const tenYears = both(
  "美国 1980–1989 年录像机销量（千台）：840、1470、2110、4000、7590、10950、10530、9470、7790、5890。",
  "US sales of video recorders 1980–1989 (thousands): 840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890.",
);

export const diffusionMethods: readonly Method[] = [
  {
    key: "bass",
    family: "market",
    name: both("扩散曲线与高峰（Bass）", "Diffusion curve and its peak (Bass)"),
    plain: [
      both(
        "一部分人自己就会采用（创新 p），一部分人看别人用才跟上（模仿 q），总共有 m 人。由此得到逐年的采用比例，以及销量什么时候到顶。",
        "Some adopt by themselves (innovation p), some because others did (imitation q), m in all. From these follow the share adopted over time and when sales peak.",
      ),
    ],
    formula: [
      "F(t) = (1 − e^−(p+q)t) / (1 + (q/p) e^−(p+q)t)",
      "T* = ln(q/p) / (p + q),  peak = m(p + q)² / (4q)",
    ],
    fails: [
      both(
        "q 不大于 p 时，销量从第一天就在下降，没有高峰。模型只管首次购买，不管续费。",
        "With q not above p sales fall from the first day: no peak. The model covers first purchases, not renewals.",
      ),
    ],
    sources: ["Bass (1969), A new product growth for model consumer durables, Management Science 15(5)"],
    example: {
      given: both(
        "空调：p = 0.0104177，q = 0.41861，m = 16,895 千台。",
        "Room air conditioners: p = 0.0104177, q = 0.41861, m = 16,895 thousand.",
      ),
      compute: () => {
        const curve = bassCurve(airConditioners, [5, 10, 15]);
        return worked(bassPeak(airConditioners), (peak) => [
          line(both("高峰（上市后年数）", "Peak (years after launch)"), "number", peak.time),
          line(both("高峰年销量（千台）", "Sales in the peak year (thousands)"), "number", peak.sales),
          line(both("到高峰时已采用", "Adopted by then"), "share", peak.share),
          line(
            both("第 5、10、15 年已采用", "Adopted after 5, 10, 15 years"),
            "share",
            curve.ok ? curve.value.map(({ share }) => share) : [],
          ),
        ]);
      },
    },
  },
  {
    key: "bass-fit",
    family: "market",
    name: both("由销量估计扩散曲线", "Fitting the diffusion curve"),
    plain: [
      both(
        "由历年销量估计 m、p、q。主要用非线性最小二乘，带标准误；也给出 Bass 原来的线性回归作对照。",
        "Estimates m, p and q from yearly sales: nonlinear least squares with standard errors, and Bass's own regression beside it.",
      ),
    ],
    formula: ["sales(t) ≈ m · f(t), least squares by Gauss–Newton", "Bass: S(t) = a + b·Y(t−1) + c·Y(t−1)²"],
    fails: [
      both(
        "少于 6 个年份，或销量还没到顶，一律不估：此时的 m 只是猜测，却会显得很精确。",
        "Refused with fewer than 6 periods or before the peak: m would be a guess that looks exact.",
      ),
    ],
    sources: [
      "Srinivasan & Mason (1986), Nonlinear least squares estimation of new product diffusion models, Marketing Science 5(2)",
      "Bass (1969), Management Science 15(5)",
    ],
    example: {
      given: tenYears,
      compute: () => {
        const ols = bassOls(recorders);
        return worked(bassFit(years, recorders), (fit) => [
          line(both("m（千台）", "m (thousands)"), "number", fit.m),
          line(both("p", "p"), "number", fit.p),
          line(both("q", "q"), "number", fit.q),
          line(both("标准误：m、p、q", "Standard errors: m, p, q"), "number", [
            fit.standardErrors.m,
            fit.standardErrors.p,
            fit.standardErrors.q,
          ]),
          line(
            both("线性回归的 m", "m by Bass's regression"),
            "number",
            ols.ok ? { ok: true, value: ols.value.m } : ols,
          ),
        ]);
      },
    },
  },
];
