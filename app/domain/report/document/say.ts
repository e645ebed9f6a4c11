/** Words and numbers of the report in both languages at once. */
import type { ChainRole } from "../../chain/role";
import { type Language, type LocalText, languages } from "../../language";

export const both = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });
/** A name that is the same in every language. */
export const asIs = (text: string): LocalText => ({ "zh-CN": text, en: text });

/** A text built from parts that are bilingual themselves. */
export const say = (write: (language: Language, of: (text: LocalText) => string) => LocalText): LocalText => {
  const [zh, en] = languages.map((language) => write(language, (text) => text[language])[language]);
  return both(zh!, en!);
};

const digits = (most: number) =>
  Object.fromEntries(
    languages.map((language) => [
      language,
      new Intl.NumberFormat(language, { maximumFractionDigits: most, signDisplay: "negative" }),
    ]),
  ) as Record<Language, Intl.NumberFormat>;
const [whole, tenths] = [digits(0), digits(1)];
const shares = Object.fromEntries(
  languages.map((language) => [language, new Intl.NumberFormat(language, { style: "percent" })]),
) as Record<Language, Intl.NumberFormat>;

export const count = (n: number, language: Language) => whole[language].format(n);
/** Cut to three figures: thousands and millions, 万 and 亿. */
export const money = (amount: number, currency: string, language: Language) =>
  new Intl.NumberFormat(language, {
    ...{ style: "currency", currency, currencyDisplay: "narrowSymbol" },
    ...{ notation: "compact", maximumSignificantDigits: 3 },
  }).format(amount);
export const points = (n: number, language: Language) => tenths[language].format(n);
/** Companies counted in an English sentence. */
export const companiesWithin = (n: number) => `${count(n, "en")} ${n === 1 ? "company" : "companies"}`;
export const percent = (share: number, language: Language) => shares[language].format(share);

export const rolePlural: Record<ChainRole, LocalText> = {
  decider: both("决策者", "Deciders"),
  user: both("使用者", "Users"),
  requester: both("需求方", "Requesters"),
  procurement: both("采购", "Procurement"),
  finance: both("财务", "Finance"),
  "it-security": both("IT / 信息安全", "IT / security"),
};

/** Inside an English sentence. */
export const roleWithin = (role: ChainRole, language: Language) =>
  role === "it-security" ? rolePlural[role][language] : rolePlural[role][language].toLowerCase();
