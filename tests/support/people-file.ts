/** Files of people as teams really send them. */

/** A posted file, for actions that take one. */
export function upload(bytes: Uint8Array | string, name = "名单.csv"): FormData {
  const form = new FormData();
  form.set("file", new File([bytes as BlobPart], name));
  return form;
}

const header = "公司名称,联系人,邮箱,手机,决策角色,公司规模,所在城市";

/** A list of `companies` × three people (decider, requester, user) in UTF-8, quoted here and there. */
export const peopleCsv = (companies: number, prefix = "星河"): string =>
  [
    header,
    ...Array.from({ length: companies }, (_, at) =>
      (["决策者", "需求方", "使用者"] as const).map(
        (role, part) =>
          `"${prefix}${at + 1}号科技有限公司",${role[0]}${at + 1},p${at + 1}-${part}@${prefix === "星河" ? "x" : "y"}.example,,${role},${10 + at * 7},上海`,
      ),
    ).flat(),
  ].join("\r\n");

let gbk: Map<string, number[]> | undefined;

/** Text as Excel in China writes it: every character of GBK, found by decoding all pairs of bytes once. */
export function inGbk(text: string): Buffer {
  if (!gbk) {
    gbk = new Map();
    const decoder = new TextDecoder("gb18030");
    for (let first = 0x81; first <= 0xfe; first++)
      for (let second = 0x40; second <= 0xfe; second++) {
        const char = decoder.decode(Uint8Array.of(first, second));
        if (char.length === 1 && char !== "\uFFFD") gbk.set(char, [first, second]);
      }
  }
  const table = gbk;
  return Buffer.from(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0);
      const bytes = code < 0x80 ? [code] : table.get(char);
      if (!bytes) throw new Error(`Not in GBK: ${char}`);
      return bytes;
    }),
  );
}
