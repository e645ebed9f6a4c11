import { value } from "../outcome";
import { classTfIdf } from "../text/class-tf-idf";
import { logOdds } from "../text/log-odds";
import { segment } from "../text/segment";
import { similarAnswers } from "../text/similar-answers";
import { contentWords } from "../text/stop-words";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

const segmented = both(
  "中文先分词（@node-rs/jieba 2.0.1，词典随版本固定），英文按空格切开；去掉“的、了、the”之类的虚词。",
  "Chinese is cut into words first (@node-rs/jieba 2.0.1, dictionary pinned with it), English at spaces; fillers such as 的, 了, the are left out.",
);

const chineseAnswer = "我们的获客成本太高，续费率又低。";
const englishAnswer = "It's too slow: the third-party API (v2.0) doesn't answer.";
const mixedAnswer = "我们的ＣＲＭ和企业微信集成不顺畅";
/** Words side by side, the same in both languages. */
const wordsOf = (words: readonly string[]) => both(words.join(" / "), words.join(" / "));

/** What open answers say. */
export const textMethods: readonly Method[] = [
  {
    key: "segmentation",
    family: "text",
    name: both("分词（中文与英文）", "Cutting answers into words"),
    plain: [
      both(
        "先把开放回答切成词，后面的方法才有东西可数。英文按空格和标点切开，词里的点、连字符和撇号保留；中文没有空格，由 jieba 查词典找最可能的切法，词典里没有的词再按字与字的搭配来猜。",
        "Before anything can be counted, an open answer is cut into words. English is cut at spaces and signs, while dots, hyphens and apostrophes inside a word stay. Chinese has no spaces: jieba takes the likeliest cut by its dictionary, and guesses words the dictionary lacks from how characters go together.",
      ),
      both(
        "全角字母按普通字母算，大小写不分。“获客成本”“续费率”“企业微信”这类行业用语补进了词典。分词器和词典的版本固定（@node-rs/jieba 2.0.1），各轮次之间才可比。最后去掉“的、了、the”这类虚词和单独的数字。",
        "Full-width letters count as ordinary ones, and capitals as small ones. Words of the trade such as 获客成本 (cost of winning a customer), 续费率 (renewal rate) and 企业微信 (WeCom) are added to the dictionary. Segmenter and dictionary are pinned (@node-rs/jieba 2.0.1), so that waves can be compared. Fillers such as 的, 了, the and bare numbers are left out at the end.",
      ),
    ],
    formula: [
      "cut = arg max Π P(wᵢ)  over all ways through the dictionary's words",
      "unknown words: Viterbi over begin / middle / end / single characters",
    ],
    fails: [
      both(
        "新产品名、错别字和缩写可能被切散，或和旁边的字粘在一起；英文的单复数算两个词。看到奇怪的词，请点开原话。",
        "New product names, typing errors and abbreviations may be cut apart or glued to their neighbours; an English singular and plural are two words. Where a word looks odd, open the quotes behind it.",
      ),
    ],
    sources: [
      "Sun (2012), jieba 结巴中文分词, github.com/fxsjy/jieba; @node-rs/jieba 2.0.1",
      "Forney (1973), The Viterbi algorithm, Proceedings of the IEEE 61(3)",
    ],
    example: {
      given: both(
        `三条回答：“${chineseAnswer}”“${englishAnswer}”“${mixedAnswer}”`,
        `Three answers: “${chineseAnswer}”, “${englishAnswer}”, “${mixedAnswer}”`,
      ),
      compute: () =>
        value([
          ...line(both("中文切成", "Chinese, cut"), "number", wordsOf(segment(chineseAnswer))),
          ...line(
            both("中文去掉虚词", "Chinese, without fillers"),
            "number",
            wordsOf(contentWords(segment(chineseAnswer))),
          ),
          ...line(both("英文切成", "English, cut"), "number", wordsOf(segment(englishAnswer))),
          ...line(
            both("英文去掉虚词", "English, without fillers"),
            "number",
            wordsOf(contentWords(segment(englishAnswer))),
          ),
          ...line(both("中英混写切成", "Both in one, cut"), "number", wordsOf(segment(mixedAnswer))),
        ]),
    },
  },
  {
    key: "similar-answers",
    family: "text",
    name: both("相似的回答（TF-IDF）", "Similar answers (TF-IDF)"),
    plain: [
      both(
        "给一条回答归类时，找出说法相近的其他回答。越少见的词越有分量；两条回答共有的词越多、越少见，就越相似（0 到 1）。",
        "When you code one answer, others that say the same are found. The rarer a word, the more it weighs; answers that share many rare words are alike (0 to 1).",
      ),
      segmented,
    ],
    formula: [
      "weight = count · (ln((1 + n) / (1 + df)) + 1), length 1",
      "similarity = Σ weights of shared words",
    ],
    fails: [
      both(
        "只认字面，不懂同义词：“贵”和“价格高”不算相似。归类由人来定。",
        "It reads words, not meaning: “expensive” and “high price” are not alike to it. People decide the codes.",
      ),
    ],
    sources: [
      "Salton & Buckley (1988), Term-weighting approaches in automatic text retrieval, Information Processing & Management 24(5)",
    ],
    example: {
      given: both(
        "与“价格 / 太高”比较：“价格 / 太高 / 没有 / 预算”、“集成 / 麻烦”、“价格 / 合理”。",
        "Compared with “price / high”: “price / high / no / budget”, “integration / tedious”, “price / fair”.",
      ),
      compute: () =>
        worked(
          value(
            similarAnswers(
              [
                { id: "0", words: ["price", "high"] },
                { id: "1", words: ["price", "high", "no", "budget"] },
                { id: "2", words: ["integration", "tedious"] },
                { id: "3", words: ["price", "fair"] },
              ],
              "0",
              { minimum: 0 },
            ),
          ),
          (found) =>
            found.map(({ id, similarity }) =>
              line(both(`第 ${id} 条`, `Answer ${id}`), "number", similarity),
            ),
        ),
    },
  },
  {
    key: "class-tf-idf",
    family: "text",
    name: both("每个角色的特征词（c-TF-IDF）", "Words typical of each role (c-TF-IDF)"),
    plain: [
      both(
        "把一个角色的所有回答合成一篇，找出在这里常见、在别处少见的词。",
        "All answers of a role are read as one text; the words that are frequent here and rare elsewhere stand out.",
      ),
      segmented,
    ],
    formula: [
      "weight = share of the role's words · ln(1 + A / f)",
      "A: mean words per role; f: count of the word in all roles",
    ],
    fails: [
      both(
        "回答很少的角色，一个人反复说的词就会冒头：请看词后面的次数，点开原话。",
        "In a role with few answers one person's favourite word comes up: read the count beside it and the quotes behind it.",
      ),
    ],
    sources: [
      "Grootendorst (2022), BERTopic: Neural topic modeling with a class-based TF-IDF procedure, arXiv:2203.05794",
    ],
    example: {
      given: both(
        "“成本”一词：决策者 20 词中 12 次，使用者 20 词中 2 次，需求方 20 词中 0 次。",
        "The word “cost”: 12 of the deciders' 20 words, 2 of the users' 20, 0 of the requesters' 20.",
      ),
      compute: () =>
        worked(
          classTfIdf([
            [12, 8],
            [2, 18],
            [0, 20],
          ]),
          ({ weights }) =>
            [both("决策者", "Deciders"), both("使用者", "Users"), both("需求方", "Requesters")].map(
              (role, index) => line(role, "number", weights[index]![0]!),
            ),
        ),
    },
  },
  {
    key: "log-odds",
    family: "text",
    name: both("两个角色用词的差别（对数几率）", "Two roles' words against each other (log-odds)"),
    plain: [
      both(
        "哪些词决策者说、使用者不说？比较每个词在两边的几率，并用全体回答作先验，把只出现一两次的词往零拉，免得偶然的词排到最前面。",
        "Which words do deciders use that users do not? The odds of each word are compared, with all answers as prior, which pulls words that occur once or twice towards zero, so that chance does not lead the list.",
      ),
      segmented,
    ],
    formula: [
      "δ = ln((y₁ + α) / (n₁ + α₀ − y₁ − α)) − ln((y₂ + α) / (n₂ + α₀ − y₂ − α))",
      "z = δ / √(1 / (y₁ + α) + 1 / (y₂ + α))",
    ],
    fails: [
      both(
        "|z| 小于 1.96 的词不要解读；词很多时总有几个会碰巧超过。",
        "Do not interpret words with |z| below 1.96; among many words some exceed it by chance.",
      ),
    ],
    sources: ["Monroe, Colaresi & Quinn (2008), Fightin' words, Political Analysis 16(4)"],
    example: {
      given: both(
        "决策者 100 词：成本 30、界面 5、集成 12、其他 53；使用者 100 词：8、22、10、60；先验各 1。",
        "Deciders' 100 words: cost 30, interface 5, integration 12, others 53; users' 100: 8, 22, 10, 60; prior 1 each.",
      ),
      compute: () =>
        worked(logOdds([30, 5, 12, 53], [8, 22, 10, 60], [1, 1, 1, 1]), (words) =>
          [both("成本 z", "Cost z"), both("界面 z", "Interface z"), both("集成 z", "Integration z")].map(
            (label, index) => {
              const word = words[index]!;
              return line(label, "number", word.ok ? value(word.value.z) : word);
            },
          ),
        ),
    },
  },
];
