import type { ImportNote } from "~/domain/questionnaire/import-any";
import type { bring as en } from "../en/bring";
import { grouped } from "../format";

type Place = { place: string };

export const bring = {
  title: "导入问卷",
  lead: "可以是 SurveyJS 文件、LimeSurvey 的 .lss 文件，或带题号和选项字母的纯文本。确认之前不会改动草稿。",
  text: "文本",
  textHint: "粘贴到这里，或在下面选择文件。",
  example: "1. 您现在用哪些工具？（多选）\n   A. 表格\n   B. 纸笔\n2. 您最想改变什么？",
  file: "文件",
  fileHint: ".json、.lss 或 .txt，不超过 5 MB",
  look: "先看看",
  found: ({ pages, questions }: { pages: number; questions: number }) =>
    `共 ${grouped(pages)} 页、${grouped(questions)} 题`,
  kind: { surveyjs: "SurveyJS JSON", lss: "LimeSurvey 文件", outline: "纯文本" },
  notes: ({ n }: { n: number }) => `有 ${grouped(n)} 处没能原样导入`,
  note: {
    "type-unknown": ({ code, type }: Extract<ImportNote, { kind: "type-unknown" }>) =>
      `“${code}”的题型（${type}）这里不提供，已改为开放题。`,
    "condition-lost": ({ code, text }: Extract<ImportNote, { kind: "condition-lost" }>) =>
      `“${code}”的条件没能导入：${text}`,
    "line-skipped": ({ line, text }: Extract<ImportNote, { kind: "line-skipped" }>) =>
      `第 ${line} 行不属于任何题目，已略过：${text}`,
  },
  problems: ({ n }: { n: number }) => `发布前还要解决 ${grouped(n)} 个问题，不影响现在导入。`,
  add: "加到现有各页之后",
  replace: "替换草稿",
  replaceHint: "替换会去掉草稿现有的各页，已发布的版本不受影响。",
  taken: ({ questions }: { questions: number }) => `已有 ${grouped(questions)} 题进入草稿。`,
  gone: "草稿没能修改。请重新查看后再试一次。",
  toEditor: "阅读与编辑",
  out: "导出",
  outLead: "草稿的 SurveyJS JSON，其中我们不认识的内容也原样保留。",
  download: "下载 JSON",
  problem: {
    empty: () => "这里什么也没有。请粘贴文本或选择文件。",
    syntax: ({ place }: Place) => `到${place}，这里就不再是 JSON 了。`,
    "too-deep": () => "嵌套层数过多，不像是问卷。",
    "too-large": () => "内容过大，不像是问卷。",
    "forbidden-key": () => "里面有不允许的键名（例如 __proto__）。",
    "not-an-object": () => "SurveyJS 文件应是一个 JSON 对象，写在 { 和 } 之间。",
    "not-lss": () => "这不是可以读取的 LimeSurvey 文件。",
    "no-questions": () => "没有找到题目。请给题目编号：“1. ……”。",
  },
} satisfies typeof en;
