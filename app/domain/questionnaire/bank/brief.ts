/** What a study says about itself before its questionnaires are written. */
import type { Language, LocalText } from "../../language";
import type { BusinessType, PmfRule } from "../../study/study";

export type NamedItem = { id: string; name: LocalText };

export type QuestionnaireBrief = {
  /** The product's name, set into the wording as it is. */
  product: string;
  businessType: BusinessType;
  /** One of `industries`; listed first where the respondent picks an industry. */
  industry?: string;
  /** The first is the language a questionnaire opens in. */
  languages: readonly Language[];
  competitors: readonly { id: string; name: string }[];
  /** ISO 4217, for example "CNY". */
  currency: string;
  /** What a price is paid for, without the currency: "每席位每月", "per seat per month". */
  priceUnit: LocalText;
  /** Prices of the yes/no ladder; without them the ladder is left out. */
  priceLadder?: readonly number[];
  /** A decider's need as one hears it: "获客成本太高", "our acquisition cost is too high". */
  fuzzyNeed?: LocalText;
  /** Causes users may see behind it; with an own need and none given, the general ones are offered. */
  causes?: readonly NamedItem[];
  /** Features users rate; the first `kanoLimit` of them are asked in pairs. */
  features?: readonly NamedItem[];
  pmfRule: PmfRule;
};

/** A currency as it stands behind an amount: 元 and CNY; the code itself where it has no Chinese name. */
export function currencyName(code: string): LocalText {
  if (code === "CNY") return { "zh-CN": "元", en: code };
  const known = /^[A-Z]{3}$/.test(code);
  const zh = known ? new Intl.DisplayNames("zh-CN", { type: "currency" }).of(code) : undefined;
  return { "zh-CN": zh ?? code, en: code };
}
