/** Finding people in open answers by the names that are known: as they are written, and as colleagues say them. */

const compoundSurnames = new Set(
  "欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 南宫 独孤 长孙 宇文 轩辕 闻人 百里".split(
    " ",
  ),
);
/** What a surname is called with; behind each, what makes it another word ("周总结", "高工资"). */
const titles: readonly [title: string, unless: string][] = [
  ["总监", ""],
  ["总", "结计数量体额的是部共和价分览归会"],
  ["经理", ""],
  ["老师", ""],
  ["主任", ""],
  ["主管", ""],
  ["部长", ""],
  ["老板", ""],
  ["先生", ""],
  ["女士", ""],
  ["小姐", ""],
  ["工", "作资具程时人厂种序单期"],
  ["董", "事"],
  ["姐", "妹"],
  ["哥", ""],
];
const familiar = ["老", "小"];
/** Ordinary words that look like a familiar name. */
const notFamiliar = new Set(
  "小时 小米 小学 小白 小于 小计 小康 小区 小路 小麦 小熊 小马 小牛 小方 小程 小金 小红 小花 小云 小项 小高 小黄 小包 小费 小商 小单 小强 老师 老年 老实 老时 老家 老路 老单 老方 老白 老黄 老牛 老马 老化 老总 小店 小心 小数 小票".split(
    " ",
  ),
);
/** Parts of names that are ordinary words when they stand alone, with a capital at the start of a sentence. */
const ordinaryWords = new Set(
  "will may can you long young price rich art hope grace mark grant bill chase dean drew rose june april sunny happy joy summer win ming sun song lane case page may be so do an he in to the and but for not all one two our his her our key king price sales".split(
    " ",
  ),
);

export type KnownPeople = {
  /** Chinese names and forms of address, two to six characters each. */
  han: ReadonlySet<string>;
  /** Full Latin names in lower case, their parts joined by one space, in every order they are called by. */
  full: ReadonlySet<string>;
  /** Parts of Latin names, as they are written at the start of a name. */
  parts: ReadonlySet<string>;
};

const isHan = /^\p{Script=Han}{2,6}$/u;
const capital = (word: string) => word.charAt(0).toLocaleUpperCase("en") + word.slice(1);

/** The names of people as answers may hold them. Names of a single letter or character find nobody. */
export function knownPeople(names: readonly string[]): KnownPeople {
  const han = new Set<string>();
  const full = new Set<string>();
  const parts = new Set<string>();
  for (const name of names) {
    const plain = name.normalize("NFKC").trim();
    const chinese = plain.replace(/[\s·・]/g, "");
    if (isHan.test(chinese)) {
      addChinese(chinese, han);
      continue;
    }
    const words = plain.match(latinWord)?.map((word) => word.replace(/[.’'-]+$/, "")) ?? [];
    if (words.length > 1) {
      full.add(words.join(" ").toLowerCase());
      full.add(words.toReversed().join(" ").toLowerCase());
      full.add([...words.slice(1), words[0]].join(" ").toLowerCase());
      full.add([words.at(-1), ...words.slice(0, -1)].join(" ").toLowerCase());
    }
    for (const word of words)
      if (word.length > 2 && !ordinaryWords.has(word.toLowerCase())) parts.add(capital(word));
  }
  return { han, full, parts };
}

function addChinese(name: string, han: Set<string>): void {
  const compound = compoundSurnames.has(name.slice(0, 2)) && name.length > 2;
  const surname = name.slice(0, compound ? 2 : 1);
  const given = name.slice(surname.length);
  han.add(name);
  if (given.length > 1) han.add(given);
  for (const [title] of titles) han.add(surname + title);
  for (const before of familiar) if (!notFamiliar.has(before + surname)) han.add(before + surname);
}

const latinWord = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’.-]*/gu;
const longestHan = 6;
const mostWords = 4;

/** Whether a surname with a title goes on to be another word. */
function goesOn(found: string, next: string): boolean {
  return next !== "" && titles.some(([title, unless]) => found.endsWith(title) && unless.includes(next));
}

function maskChinese(text: string, { han }: KnownPeople, mask: string): string {
  return text.replace(/\p{Script=Han}+/gu, (run) => {
    const said = [...run];
    let masked = "";
    for (let at = 0; at < said.length; ) {
      let length = Math.min(longestHan, said.length - at);
      while (length > 1) {
        const found = said.slice(at, at + length).join("");
        if (han.has(found) && !goesOn(found, said[at + length] ?? "")) break;
        length -= 1;
      }
      masked += length > 1 ? mask : said[at];
      at += Math.max(1, length);
    }
    return masked;
  });
}

function maskLatin(text: string, { full, parts }: KnownPeople, mask: string): string {
  const words = [...text.matchAll(latinWord)].map((match) => {
    const word = match[0].replace(/(['’]s)?[.'’-]*$/, "");
    return { word, from: match.index, to: match.index + word.length };
  });
  let masked = "";
  let from = 0;
  for (let at = 0; at < words.length; ) {
    let length = Math.min(mostWords, words.length - at);
    const spoken = () =>
      words
        .slice(at, at + length)
        .map(({ word }) => word.toLowerCase())
        .join(" ");
    while (length > 1 && !full.has(spoken())) length -= 1;
    const first = words[at]!;
    if (length > 1 || parts.has(first.word)) {
      masked += text.slice(from, first.from) + mask;
      from = words[at + length - 1]!.to;
    }
    at += length;
  }
  return masked + text.slice(from);
}

/**
 * A text with `mask` for every known person: a full name in either order and any case, a part of a Latin name written
 * with a capital ("Ann's idea"), a Chinese name or given name of two characters, and a surname as colleagues say it
 * ("王总", "王经理", "老王"). Masks rather one word too many than one too few. Who is not known is not found.
 */
export const maskPeople = (text: string, people: KnownPeople, mask: string): string =>
  maskLatin(maskChinese(text, people, mask), people, mask);
