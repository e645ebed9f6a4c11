import type { history as source } from "../en/history";
import { grouped } from "../format";

type About = { part: string };
type Wording = About & { property: string; language: string; before: string; after: string };

export const history = {
  tab: "历史",
  lead: "这里有每个已发布的版本，以及每个人每隔几分钟保存下来的草稿。可以比较任意两个状态，也可以恢复其中一个。",
  title: "各个状态",
  empty: "还没有保存过。第一次修改后，历史从这里开始。",
  state: "状态",
  when: "时间",
  by: "修改者",
  now: "现在的草稿",
  version: ({ n }: { n: number }) => `第 ${n} 版（已发布）`,
  saved: "草稿",
  first: "最初的样子",
  somebody: "已离开的成员",
  from: "从",
  to: "到",
  compare: "比较",
  compareWithNow: ({ state }: { state: string }) => `从那以后改了什么：${state}`,
  since: "与现在比较",
  changes: ({ n }: { n: number }) => `${grouped(n)} 处变化`,
  none: "两者没有差别。",
  more: ({ n }: { n: number }) => `另有 ${grouped(n)} 处变化`,
  restore: "恢复到这个状态",
  restored: "草稿已恢复到那个状态。恢复之前的内容保存在历史里。",
  notRestored: "其间有人保存过，因此没有恢复。请重新比较。",
  part: {
    survey: () => "整份问卷",
    page: ({ title }: { title: string }) => `页面“${title}”`,
    question: ({ title }: { title: string }) => `“${title}”`,
  },
  sentence: {
    added: ({ part }: About) => `新增了${part}。`,
    removed: ({ part }: About) => `移除了${part}。`,
    moved: ({ part }: About) => `移动了${part}。`,
    reworded: ({ part, property, language, before, after }: Wording) =>
      `${part}的${property}（${language}）由“${before}”改为“${after}”。`,
    worded: ({ part, property, language, after }: Wording) =>
      `${part}写上了${property}（${language}）“${after}”。`,
    unworded: ({ part, property, language, before }: Wording) =>
      `${part}去掉了${property}（${language}）“${before}”。`,
    required: ({ part }: About) => `${part}改为必答。`,
    optional: ({ part }: About) => `${part}改为可跳过。`,
    type: ({ part, before, after }: About & { before: string; after: string }) =>
      `${part}的题型由 ${before} 改为 ${after}。`,
    condition: ({ part, property, after }: About & { property: string; after: string }) =>
      `${part}的“${property}”改为 ${after}`,
    unconditional: ({ part, property }: About & { property: string }) => `${part}去掉了“${property}”。`,
    entryAdded: ({ part, list, entry }: About & { list: string; entry: string }) =>
      `${part}的${list}中增加了“${entry}”。`,
    entryRemoved: ({ part, list, entry }: About & { list: string; entry: string }) =>
      `${part}的${list}中去掉了“${entry}”。`,
    entryText: ({
      part,
      list,
      language,
      before,
      after,
    }: About & { list: string; language: string; before: string; after: string }) =>
      `${part}的${list}（${language}）：“${before}”改为“${after}”。`,
    entriesMoved: ({ part, list }: About & { list: string }) => `${part}调整了${list}的顺序。`,
    property: ({ part, property, after }: About & { property: string; after: string }) =>
      `${part}的 ${property} 改为 ${after}。`,
    unset: ({ part, property }: About & { property: string }) => `${part}去掉了 ${property}。`,
  },
} satisfies typeof source;
