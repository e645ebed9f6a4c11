/** Building blocks of insight sentences: figures and names in both languages. */
import type { ChainRole } from "../../chain/role";
import type { LocalText } from "../../language";
import { industries, sizeBands } from "../../questionnaire/answer-options";
import type { SegmentKey } from "../insight";

export const said = (chinese: string, english: string): LocalText => ({ "zh-CN": chinese, en: english });

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const counted = (n: number) => whole.format(n);
export const percent = (share: number) => `${whole.format(100 * share)}%`;
export const points = (n: number) => oneDigit.format(n);
/** What one share is above another: no per cent of it. */
export const sharePoints = (share: number): LocalText => {
  const n = Math.round(100 * share);
  return said(`${n} 个百分点`, `${n} percentage ${n === 1 ? "point" : "points"}`);
};

type Named = Readonly<Record<ChainRole, LocalText>>;

/** The people of a role, as the subject of a sentence. */
export const peopleOf: Named = {
  decider: said("决策者", "deciders"),
  user: said("使用者", "users"),
  requester: said("需求方", "requesters"),
  procurement: said("采购", "purchasers"),
  finance: said("财务", "finance people"),
  "it-security": said("IT／安全人员", "IT and security people"),
};

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
export const quoted = (name: LocalText): LocalText => said(`“${name["zh-CN"]}”`, `“${name.en}”`);

const names: Record<SegmentKey["by"], readonly { value: string; name: LocalText }[]> = {
  size: sizeBands,
  industry: [...industries, { value: "other", name: said("其他行业", "Other industries") }],
  region: [],
};

/** What a segment is called; a region, or an industry a respondent wrote, is called by its own words. */
export const nameOfSegment = ({ by, value }: SegmentKey): LocalText =>
  names[by].find((known) => known.value === value)?.name ?? said(value, value);

/** "In companies of 50–249 people, ": opens a sentence about a segment; empty for all companies. */
function within(segment: SegmentKey | undefined): LocalText {
  if (!segment) return said("", "");
  const name = nameOfSegment(segment);
  if (segment.by === "size")
    return segment.value === "1"
      ? said("在个体经营者里，", "Among sole proprietors, ")
      : said(`在${name["zh-CN"]}的公司里，`, `In companies of ${name.en}, `);
  return segment.by === "industry"
    ? said(`在“${name["zh-CN"]}”里，`, `In “${name.en}”, `)
    : said(`在${name["zh-CN"]}，`, `In ${name.en}, `);
}

/** A sentence that may open with a segment. */
export const sentence = (segment: SegmentKey | undefined, text: LocalText): LocalText => {
  const opening = within(segment);
  return said(
    `${opening["zh-CN"]}${text["zh-CN"]}`,
    opening.en ? `${opening.en}${text.en}` : capital(text.en),
  );
};
