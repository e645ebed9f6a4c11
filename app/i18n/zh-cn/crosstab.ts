import type { crosstab as en } from "../en/crosstab";
import { grouped } from "../format";

export const crosstab = {
  title: "交叉分析",
  lead: "任意两道题交叉来看，并说明差异会不会只是碰巧。",
  link: "交叉分析",
  row: "行：哪道题",
  column: ({ n }: { n: number }) => `列 ${grouped(n)}：按什么分`,
  none: "不选",
  choose: "选择一道题",
  show: "显示",
  emptyTitle: "还没有可交叉的题目",
  empty: "至少要有两道有回答的封闭题。",
  lost: ({ n }) => `这个地址里有 ${grouped(n)} 道题无法显示：研究里已没有这道题，或者筛选后没有人答过。`,
  pick: "先选放在行里的题，再选按什么来分。",
  question: ({ title, part }: { title: string; part: string }) => `${title}——${part}`,
  caption: ({ row, column }: { row: string; column: string }) => `${row}，按${column}分`,
  answer: "回答",
  columnOf: ({ text, n, companies }: { text: string; n: number; companies: number }) =>
    `${text}（n = ${grouped(n)}，${grouped(companies)} 家公司）`,
  few: ({ columns, limit }: { columns: string; limit: number }) =>
    `${columns}不到 ${grouped(limit)} 人，这些占比请当作人数看。`,
  fewCompanies: ({ columns, limit }: { columns: string; limit: number }) =>
    `${columns}不到 ${grouped(limit)} 家公司，不画区间。`,
  first: "排第一",
  sparse: {
    exact: "* 这一格的期望人数不到 5，p 值按合计相同的全部表逐一计算。",
    permutation: "* 这一格的期望人数不到 5，p 值来自合计相同、重新分派的 2,000 张表。",
    items: "* 这一格的期望人数不到 5，它的 p 值按合计相同的全部表逐一计算。",
  },
  cellP: ({ p }: { p: string }) => `p ${p}`,
  more: "多于随机",
  fewer: "少于随机",
  finding: {
    yes: ({ row, column }: { row: string; column: string }) => `“${row}”与“${column}”有关`,
    no: ({ row, column }: { row: string; column: string }) =>
      `看不出“${row}”与“${column}”有关，差异可能只是碰巧`,
    none: ({ row, column }: { row: string; column: string }) => `“${row}”按“${column}”分`,
  },
  p: ({ p, tables }: { p: string; tables: number }) =>
    tables > 1 ? `p ${p}（对 ${grouped(tables)} 张表做过 Holm 校正）` : `p ${p}`,
  smallP: "< 0.001",
  strength: ({ v }: { v: string }) => `Cramér's V ${v}`,
  effect: ({ d }: { d: string }) => `设计效应 ${d}`,
  items: "一个人可能占几行或几列：每一格单独检验，整张表取最有把握的一格，做 Bonferroni 校正。",
  marks:
    "▲ 多于、▼ 少于互不相关时的人数；表内各格做过 Benjamini–Hochberg 校正，按 5% 判断：标出的格子里约有二十分之一可能只是碰巧。",
  nobody: "通过筛选的人里，没有人同时回答了这两道题。",
} satisfies typeof en;
