import type { entries as en } from "../en/entries";
import { grouped } from "../format";

export const entries = {
  late: ({ who, when }: { who: string; when: string }) => `${who} 已先保存（${when}）`,
  lateBody: "您填写的内容都还在表单里。再次保存就以您的为准，对方的版本会留在历史记录里。",
  lateBySomebody: "刚才有人先保存了",
  lateForGood: "您填写的内容都还在表单里；对方的版本列在下面。再次保存，就以您的为准。",
  lateRemoved: "对方已移除这一条。",
  theirs: ({ label, value }: { label: string; value: string }) => `${label}：${value}`,
  empty: "空",
  nobody: "开始记录之前",
  history: "历史记录",
  historyLead: "每次修改都会留下。恢复也算一次修改，所以不会因此丢失任何数据。",
  show: ({ n }: { n: number }) => `谁改了什么（${grouped(n)} 次修改）`,
  how: {
    added: ({ what }: { what: string }) => `填写了 ${what}`,
    changed: ({ what }: { what: string }) => `修改了 ${what}`,
    removed: ({ what }: { what: string }) => `移除了 ${what}`,
  },
  field: ({ label, from, to }: { label: string; from: string; to: string }) => `${label}：${from} → ${to}`,
  by: ({ who, when }: { who: string; when: string }) => `${who}，${when}`,
  showRows: ({ n }: { n: number }) => `查看全部 ${grouped(n)} 行`,
  putBack: "恢复到修改前",
  takeOut: "撤掉这一条",
  putBackThis: ({ what, when }: { what: string; when: string }) => `${what}：恢复到 ${when} 之前`,
  older: "查看更早的修改",
  isBack: "已恢复到修改前。",
  changedMeanwhile: "刚才有人改过这一条，所以没有移除。请再看一眼。",
  lateRows: ({ n, rows }: { n: number; rows: string }) =>
    `有 ${grouped(n)} 行没有写入，因为您打开页面之后有人改过：${rows}。请核对下方的数据；再次读入就以您的为准。`,
} satisfies typeof en;
