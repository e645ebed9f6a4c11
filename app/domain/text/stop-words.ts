/** Words that say nothing of the matter: particles, pronouns, copulas, and fillers of answers to open questions. */
const stopWords = new Set(
  [
    "的 了 和 是 在 我 我们 你 您 他 她 它 他们 它们 这 那 这个 那个 这些 那些 就 都 也 还 又 很 太 更 最 比较 非常 有 没有 不 没",
    "要 会 能 可以 需要 觉得 认为 希望 因为 所以 但 但是 而 而且 或 或者 与 及 以及 对 对于 把 被 给 从 到 向 让 用 用来 上 下 里 中",
    "一个 一些 一下 什么 怎么 如何 时候 时 吗 呢 吧 啊 得 地 着 过 之 其 等 等等 个 说 做 去 来 如果 就是 还是 比如 目前 现在",
    "a an and are as at be been but by can could do does for from had has have he her his how i if in into is it its just like",
    "me more most my no not of on or our she should so some than that the their them then there these they this those to too",
    "us very was we were what when which who will with would you your also about because it's don't i'm we're",
    "all again any each every here many much off other out over own per same still such through until up where while without",
  ]
    .join(" ")
    .split(" "),
);

/** The words that carry meaning, in their order: without stop words and bare numbers. */
export function contentWords(words: readonly string[]): string[] {
  return words.filter((word) => !stopWords.has(word) && !/^\p{N}+$/u.test(word));
}
