/** Companies and people that may have been entered twice: a list to look at, nothing is decided here. */
import { nameKey, phoneKey } from "./contact-key";

export type Pair = readonly [string, string];

/** Where a company sits, in front of its own name. */
const places =
  /^(中国|北京|上海|天津|重庆|广东|深圳|广州|东莞|佛山|珠海|江苏|南京|苏州|无锡|浙江|杭州|宁波|温州|山东|济南|青岛|四川|成都|湖北|武汉|湖南|长沙|福建|厦门|福州|河南|郑州|河北|安徽|合肥|陕西|西安|辽宁|大连|沈阳|江西|云南|广西|贵州|山西|吉林|黑龙江|海南|内蒙古|新疆|甘肃)(省|市|自治区)?/;
/** What a company says of its trade behind its own name. */
const trades =
  /(科技|技术|信息|网络|软件|数据|智能|计算机|系统|电子|商务|实业|贸易|控股|发展|投资|服务|technologies|technology|software|systems|solutions|international|holdings|global|china|tech)$/;

/** The part of a company's key (see `companyKey`) that is its own: without place and trade, unless nothing would be left. */
function coreOf(key: string): string {
  let rest = key.replace(places, "") || key;
  for (;;) {
    const shorter = rest.replace(trades, "");
    if (shorter === rest || shorter.length < 2) return rest;
    rest = shorter;
  }
}

/** Every spelling with one letter left out: two words that differ by one letter share one of them. */
const withoutOne = (word: string): string[] => [
  word,
  ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
];
const isLatin = (word: string) => /^[a-z]{6,}$/.test(word);

/** All pairs inside the groups, each once, ids in their order. */
function pairsOf(groups: Iterable<readonly string[]>, most: number): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const group of groups) {
    const ids = [...new Set(group)].sort();
    for (const [at, first] of ids.entries())
      for (const second of ids.slice(at + 1)) {
        if (pairs.size >= most) return [...pairs.values()];
        pairs.set(`${first}/${second}`, [first, second]);
      }
  }
  return [...pairs.values()];
}

function grouped<T>(rows: readonly T[], keysOf: (row: T) => readonly string[], idOf: (row: T) => string) {
  const groups = new Map<string, string[]>();
  for (const row of rows)
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group) group.push(idOf(row));
      else groups.set(key, [idOf(row)]);
    }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/**
 * Pairs of companies whose names differ only by place, trade or (in names of six Latin letters and more) one letter:
 * "腾讯" and "深圳市腾讯计算机系统", "Acme Software" and "Acme", "Northwind" and "Nortwind". Ids of each pair are
 * in ascending order, `most` pairs at most. Linear in the number of companies.
 */
export function companyDoubles(
  companies: readonly { id: string; nameKey: string }[],
  { most = 200 }: { most?: number } = {},
): Pair[] {
  const keysOf = ({ nameKey: key }: { nameKey: string }) => {
    const core = coreOf(key);
    return isLatin(core) ? withoutOne(core) : [core];
  };
  return pairsOf(
    grouped(companies, keysOf, ({ id }) => id),
    most,
  );
}

/**
 * Pairs of people of one name who are of one company or have one telephone number: the same person with an old and a new
 * address, as often as namesakes. Ids of each pair are in ascending order, `most` pairs at most.
 */
export function personDoubles(
  people: readonly { id: string; companyId: string; name: string; phone: string }[],
  { most = 200 }: { most?: number } = {},
): Pair[] {
  const keysOf = (person: (typeof people)[number]) => {
    const name = nameKey(person.name);
    if (!name) return [];
    const phone = phoneKey(person.phone);
    return [`${person.companyId}/${name}`, ...(phone ? [`tel:${phone}/${name}`] : [])];
  };
  return pairsOf(
    grouped(people, keysOf, ({ id }) => id),
    most,
  );
}
