/** What gives a badly put question away, in both languages. Rules of thumb: they ask for a second look, no more. */
import type { Language } from "../language";

/** Joins two things in one question. */
const joins: Record<Language, RegExp> = {
  en: /\b(and\/or|and|as well as|along with)\b|&/i,
  "zh-CN": /以及|并且|而且|同时|和|及(?![时格])|与(?!否)/,
};
/** Joins that name one thing, or people. */
const harmless: Record<Language, RegExp> = {
  en: /\byou and\b|\band (your|you|so on|then|over|above|under|why|what|how)\b|\bbetween\b[^?]*\band\b|\b(pros and cons|terms and conditions|trial and error|research and development|mergers and acquisitions|small and medium|decision and|it and|r&d)\b/gi,
  "zh-CN":
    /(您|你|我|我们|同事|老板|部门|团队|公司|上级|员工)(们)?(和|与|及|以及)|(和|与|及|以及)(您|你|我们|同事|贵公司|公司|团队|部门|老板|上级)|(和|与|跟)[^，。？]{0,16}(相比|比较|对比|一样|相同|有关|无关|合作|打交道)|参与|与其|给与|和谁|总和|平和|与会|涉及|普及|及其/g,
};

/** Pushes towards an answer. */
const pushes: Record<Language, RegExp> = {
  en: /\b(don[’']t you|wouldn[’']t you|isn[’']t it|aren[’']t you|do you agree|would you agree|obviously|clearly|of course|as you know|surely|everyone knows|most people|how much do you (?:love|like|enjoy)|how (?:great|excellent|amazing|helpful|useful) (?:is|was|are|were)|our (?:great|excellent|leading|award-winning|innovative|popular|powerful))\b/i,
  "zh-CN":
    /难道|是不是也|您是否同意|你是否同意|想必|众所周知|显然|大家都|毫无疑问|不觉得|不认为|多么|有多喜欢|有多好|(?:非常好|领先|优秀|出色|强大|深受欢迎)的/,
};

/** The words that join two things in a question, or null. */
export function joinIn(text: string, language: Language): string | null {
  if ((text.match(/[?？]/g) ?? []).length > 1) return language === "en" ? "?" : "？";
  return joins[language].exec(text.replace(harmless[language], " "))?.[0] ?? null;
}

/** The words that push towards an answer, or null. */
export const pushIn = (text: string, language: Language): string | null =>
  pushes[language].exec(text)?.[0] ?? null;

/** Pairs of opposites by which scales are labelled: first the worse end, which may contain the better's word. */
const opposites: readonly { worse: RegExp; better: RegExp }[] = [
  { worse: /dissatisfied|unsatisfied|not satisfied|不满意|不太满意/i, better: /satisfied|满意/i },
  { worse: /disagree|not agree|不同意|不太同意|反对/i, better: /agree|同意|赞成/i },
  { worse: /unlikely|not likely|不可能|不太可能|不会/i, better: /likely|可能|会/i },
  { worse: /difficult|hard|not easy|困难|很难|不容易|难/i, better: /easy|容易|轻松/i },
  {
    worse: /poor|bad|terrible|awful|worse|不好|很差|较差|差/i,
    better: /excellent|good|great|better|很好|较好|优秀|好/i,
  },
];

/** How many labels of a scale stand on each side of the middle, or null where they are not two-sided. */
export function sidesOf(labels: readonly string[]): { worse: number; better: number } | null {
  for (const { worse, better } of opposites) {
    const bad = labels.filter((label) => worse.test(label)).length;
    const good = labels.filter((label) => !worse.test(label) && better.test(label)).length;
    if (bad > 0 && good > 0 && bad + good >= 3) return { worse: bad, better: good };
  }
  return null;
}

/** A choice for those who cannot or need not answer. */
const exits =
  /don[’']t know|do not know|not sure|unsure|can[’']t say|cannot say|not applicable|n\/a|none|no opinion|something else|other|rather not|prefer not|nobody|nothing|never|not yet|no plan|不知道|不清楚|不确定|不适用|说不好|说不准|没有|没想|都不|以上都|其他|不便|无所谓|暂无|还没|不了解|从不|从未|^无|^否|^不|^no\b/i;
export const isExit = (label: string): boolean => exits.test(label);
