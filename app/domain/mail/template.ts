/** The wording of letters: fields that are filled in for each person, and the usual words of each role. */
import type { ChainRole } from "../chain/role";
import type { Language, LocalText } from "../language";
import type { MailKind } from "./mail";

/** What a template may name in braces. */
export const mergeFields = ["greeting", "name", "company", "product", "minutes", "link", "sender"] as const;
export type MergeField = (typeof mergeFields)[number];
export type MergeValues = Record<MergeField, string>;

export type Template = { subject: string; body: string };
const templateLimits = { subject: 150, body: 5000 };

export type TemplateProblem =
  | { field: "subject" | "body"; problem: "missing" | "too-long" }
  /** Without its link a letter asks for nothing. */
  | { field: "body"; problem: "no-link" }
  | { field: "subject" | "body"; problem: "unknown-field"; name: string };

const braces = /\{([^{}\n]{1,40})\}/g;
const isField = (name: string): name is MergeField => mergeFields.some((known) => known === name);

/** What keeps a template from being saved, the first of each field. */
export function templateProblems(template: Template): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  for (const field of ["subject", "body"] as const) {
    const text = template[field];
    const unknown = [...text.matchAll(braces)].map(([, name]) => name!).find((name) => !isField(name));
    if (text.trim() === "") problems.push({ field, problem: "missing" });
    else if (text.length > templateLimits[field]) problems.push({ field, problem: "too-long" });
    else if (unknown !== undefined) problems.push({ field, problem: "unknown-field", name: unknown });
    else if (field === "body" && !text.includes("{link}")) problems.push({ field, problem: "no-link" });
  }
  return problems;
}

/** The greeting of a person, or of somebody whose name is not known. */
export const greetingOf = (name: string, language: Language): string => {
  if (language === "zh-CN") return name ? `${name}，您好！` : "您好！";
  return name ? `Dear ${name},` : "Hello,";
};

const filled = (text: string, values: MergeValues) =>
  text.replace(braces, (whole, name: string) => (isField(name) ? values[name] : whole));

const optOutLine: LocalText = {
  "zh-CN": "不想再收到这类邮件？点这里退订：",
  en: "You would rather not get such mail? One click here ends it: ",
};

/** A letter to one person. The subject is one line; the body ends with the way out, which no template can leave off. */
export const fillTemplate = (
  template: Template,
  { values, language, optOut }: { values: MergeValues; language: Language; optOut: string },
): Template => ({
  subject: filled(template.subject, values).replace(/\s+/g, " ").trim(),
  body: `${filled(template.body, values).trim()}\n\n--\n${optOutLine[language]}${optOut}\n`,
});

/** Why this role is asked. */
const asks: Record<ChainRole, LocalText> = {
  decider: {
    "zh-CN": "作为决策者，您最清楚哪些问题值得花钱解决，这正是我们想请教的。",
    en: "You decide what is worth paying for, and that is what we would like to learn from you.",
  },
  user: {
    "zh-CN": "您每天在用这类产品，哪里顺手、哪里不顺手，只有您最清楚。",
    en: "You work with such products, and know best what helps and what gets in the way.",
  },
  requester: {
    "zh-CN": "您提出过需求、比较过同类产品，我们想请教您看重什么。",
    en: "You asked for and compared such products, and we would like to learn what mattered to you.",
  },
  procurement: {
    "zh-CN": "您负责采购，我们想了解报价和合同中哪些最要紧。",
    en: "You buy such products, and we would like to learn what counts in offers and contracts.",
  },
  finance: {
    "zh-CN": "您负责预算，我们想了解这类开支怎样才算值得。",
    en: "You look after the budget, and we would like to learn when such spending pays off.",
  },
  "it-security": {
    "zh-CN": "您负责系统与安全，我们想了解您对这类产品的要求。",
    en: "You look after systems and security, and we would like to learn what you require.",
  },
};

const usual: Record<MailKind, Record<Language, (why: string) => Template>> = {
  invitation: {
    "zh-CN": (why) => ({
      subject: "{product}团队想请教您几个问题",
      body: `{greeting}\n\n我们是{product}团队，正在了解像{company}这样的公司怎样选择和使用这类产品。${why}\n\n问卷约 {minutes} 分钟，手机上就能答，可以随时停下、之后接着答：\n\n{link}\n\n这是您的专属链接，请不要转发。报告只呈现汇总结果，不出现您的姓名。\n\n谢谢您！\n{sender}`,
    }),
    en: (why) => ({
      subject: "{product}: may we ask you a few questions?",
      body: `{greeting}\n\nwe are the {product} team and want to learn how companies like {company} choose and use such products. ${why}\n\nIt takes about {minutes} minutes, works on a phone, and you can stop and go on later:\n\n{link}\n\nThe link is yours alone; please do not pass it on. Reports show summaries, never your name.\n\nThank you!\n{sender}`,
    }),
  },
  reminder: {
    "zh-CN": (why) => ({
      subject: "还差您的一份回答：{product}",
      body: `{greeting}\n\n前些天我们给您发过一份问卷，还没有收到您的完整回答。${why}\n\n从这里开始，或者接着上次的地方答（约 {minutes} 分钟）：\n\n{link}\n\n如果您不方便，不必理会这封邮件。谢谢您！\n{sender}`,
    }),
    en: (why) => ({
      subject: "{product}: your answers are still missing",
      body: `{greeting}\n\na few days ago we sent you a short survey, and your answers are not complete yet. ${why}\n\nBegin here, or go on where you stopped (about {minutes} minutes):\n\n{link}\n\nIf it does not suit you, just leave this letter. Thank you!\n{sender}`,
    }),
  },
};

/** The wording of a letter as long as nobody has changed it. */
export const usualTemplate = (kind: MailKind, role: ChainRole, language: Language): Template =>
  usual[kind][language](asks[role][language]);

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

const linked = (text: string) =>
  text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, at) => (at % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
    .join("");

/** The same letter as HTML, for readers that show it: paragraphs and links, nothing from elsewhere. */
export function htmlOf(body: string, language: Language): string {
  const paragraphs = body
    .trim()
    .split(/\n{2,}/)
    .map((text) => `<p>${text.split("\n").map(linked).join("<br>")}</p>`);
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><body style="font-family:system-ui,sans-serif;line-height:1.6;max-width:36em">${paragraphs.join("")}</body></html>`;
}
