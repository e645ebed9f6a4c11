/**
 * Cuts open answers into words. The only file that loads jieba, which is native code and reads its dictionary from
 * the package: import it on the server only, never from a screen. Pinned to @node-rs/jieba 2.0.1 with the dictionary of
 * that version, so that counts of words stay comparable from wave to wave.
 */
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict";

/** Words of business products that the general dictionary cuts apart. */
const ownWords = [
  "获客 获客成本 续费 续费率 复购 复购率 竞品 转化率 流失率 留存率 活跃度 性价比 客单价 回款",
  "决策链 决策者 使用者 需求方 审批人 采购方 企业微信 小程序 公众号 私有化 私有部署 数据安全 单点登录",
  "多赚钱 少花钱 客户成功 售后服务 操作流程 用户体验 降本增效",
]
  .join(" ")
  .split(" ");

let jieba: Jieba | undefined;

/** The dictionary takes a tenth of a second to load, so it is loaded at the first Chinese text. */
function loadedJieba(): Jieba {
  if (!jieba) {
    jieba = Jieba.withDict(dict);
    jieba.loadDict(new TextEncoder().encode(ownWords.map((word) => `${word} 100000 n\n`).join("")));
  }
  return jieba;
}

/** A run of Chinese characters, or a word or number in another script with its inner dots, hyphens and apostrophes. */
const pieces =
  /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[.'’-](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;

/**
 * The words of a text in their order, in lower case and without punctuation. Chinese is cut by jieba (with its
 * model for unknown words), everything else at spaces and signs; both may stand in one text. Full-width letters
 * count as ordinary ones. An empty text has no words.
 */
export function segment(text: string): string[] {
  const words = text.normalize("NFKC").toLowerCase().match(pieces) ?? [];
  return words.flatMap((piece) =>
    /^\p{Script=Han}/u.test(piece) ? loadedJieba().cut(piece, true) : [piece],
  );
}
