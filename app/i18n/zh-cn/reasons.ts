import type { reasons as en } from "../en/reasons";

export const reasons = {
  "no-data": "还没有回答。",
  "too-few": "回答太少，得不出可靠的结论。",
  "too-few-companies": "参与的公司太少，得不出可靠的结论。",
  "too-few-points": "时间点太少，无法拟合曲线。",
  "out-of-range": "有数值超出该方法允许的范围。",
  "lengths-differ": "相互比较的两组数据长度不一致。",
  "not-positive": "该方法要求数值大于零。",
  "zero-denominator": "分母为零，无法计算。",
  "no-variance": "所有数值都相同，没有可比较的差异。",
  "empty-target-cell": "市场中的某一类公司没有任何回答，无法加权。",
  "before-peak": "增长尚未见顶，无法拟合曲线。",
  "did-not-converge": "计算没有得到稳定的结果。",
  "never-reached": "按现有数据永远达不到。",
  "no-crossing": "曲线没有交点。",
  "not-consistent": "各项判断之间矛盾过大。",
  "not-applicable": "此处不适用。",
  "too-large": "组合太多，无法计算。",
} satisfies typeof en;
