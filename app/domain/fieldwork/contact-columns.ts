/** Which column of a file holds what of a person, guessed from its heading and mended by hand. */
import type { ColumnMapping } from "./file-import";

export const contactFields = [
  "company",
  "name",
  "email",
  "phone",
  "position",
  "role",
  "language",
  "size",
  "industry",
  "region",
  "tags",
  "consent",
  "optedOut",
] as const;
export type ContactField = (typeof contactFields)[number];

const headings: Record<ContactField, RegExp> = {
  company: /公司|企业|单位|客户名|客户全称|机构|company|organi[sz]ation|account|employer|firm/i,
  email: /邮箱|邮件|e-?mail/i,
  phone: /手机|电话|联系方式|phone|mobile|tel\b|cell/i,
  role: /角色|决策链|role/i,
  position: /职位|职务|岗位|头衔|title|position|job/i,
  language: /语言|language|locale/i,
  size: /规模|人数|员工|size|employees|headcount/i,
  industry: /行业|industry|sector/i,
  region: /地区|区域|省|城市|所在地|region|city|province|state|country/i,
  tags: /标签|分组|tag|label|group/i,
  consent: /同意|授权|consent|agreed/i,
  optedOut: /退订|勿扰|不再联系|opt.?(ed)?.?out|unsubscribed|do.not.contact/i,
  name: /姓名|联系人|名字|称呼|^名称$|name|contact/i,
};

/** In this order, so that "公司规模" is a size and "company name" a company, not a person's name. */
const asked: readonly ContactField[] = [
  "consent",
  "optedOut",
  "size",
  "email",
  "phone",
  "role",
  "industry",
  "region",
  "language",
  "tags",
  "position",
  "company",
  "name",
];

/**
 * The first row that looks like headings: the first with two filled cells or more. Lines above it (a title, an empty
 * line) are left out. Null for a table without such a row.
 */
export function findTable(rows: readonly string[][]): string[][] | null {
  const at = rows.findIndex((row) => row.filter((cell) => cell.trim() !== "").length >= 2);
  if (at < 0) return null;
  const width = rows[at]!.findLastIndex((cell) => cell.trim() !== "") + 1;
  const body = rows.slice(at + 1).filter((row) => row.some((cell) => cell.trim() !== ""));
  return [rows[at]!, ...body].map((row) =>
    Array.from({ length: width }, (_, column) => (row[column] ?? "").trim()),
  );
}

/** One column a field, by its heading; a heading that fits several fields takes the first that is free. */
export function guessMapping(header: readonly string[]): ColumnMapping {
  const free = new Set(header.keys());
  return asked.flatMap((field) => {
    const column = [...free].find((at) => headings[field].test(header[at]!.normalize("NFKC")));
    if (column === undefined) return [];
    free.delete(column);
    return [{ column, field }];
  });
}

/** A mapping as a form posts it: `column-<n>` holds a field or nothing. A field named twice keeps its first column. */
export function mappingFrom(width: number, posted: (name: string) => unknown): ColumnMapping {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, column) => ({
    column,
    field: String(posted(`column-${column}`)),
  }))
    .filter(({ field }) => contactFields.some((known) => known === field))
    .filter(({ field }) => !taken.has(field) && taken.add(field));
}
