/** Letters for who sends them elsewhere: texts for chat applications and a file for mail merge. */

import { csvText } from "../csv";
import type { Language } from "../language";
import type { MergeValues } from "./template";

/** A short text for WeChat, WeCom or DingTalk with the personal link on a line of its own. */
export const chatText = (values: MergeValues, language: Language): string =>
  language === "zh-CN"
    ? `${values.greeting}我们是${values.product}团队，想了解像${values.company}这样的公司怎样选择和使用这类产品，想请您花约 ${values.minutes} 分钟回答几个问题，手机上就能答：\n${values.link}\n这是您的专属链接，请不要转发。谢谢！`
    : `${values.greeting} we are the ${values.product} team. Could you spare about ${values.minutes} minutes to tell us how ${values.company} chooses and uses such products? It works on a phone:\n${values.link}\nThe link is yours alone. Thank you!`;

export type MergeLetter = {
  toName: string;
  toAddress: string;
  company: string;
  role: string;
  link: string;
  subject: string;
  body: string;
};

/** Letters as a file for the mail merge of another program: a row a letter, stable headers. */
export function mergeCsv(letters: readonly MergeLetter[]): string {
  const columns = ["toName", "toAddress", "company", "role", "link", "subject", "body"] as const;
  return csvText([
    ["name", "email", "company", "role", "link", "subject", "body"],
    ...letters.map((letter) => columns.map((column) => letter[column])),
  ]);
}
