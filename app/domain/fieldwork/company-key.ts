const legalForms =
  /(股份有限公司|有限责任公司|有限公司|集团公司|集团|公司)$|[\s,]+(co|company|corp|corporation|inc|incorporated|llc|ltd|limited|plc|gmbh|ag|sa|bv|pte|group)$/;

/**
 * The name under which two spellings of one company meet: width and case folded, legal form, spaces
 * and punctuation dropped. "Acme Co., Ltd." and "ACME" meet, so do "北京甲乙有限公司" and "北京甲乙".
 * A name that consists of nothing else stays as it is. Empty for an empty name.
 */
export function companyKey(name: string): string {
  let rest = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[.．。()（）"'“”‘’]/g, "")
    .trim();
  for (;;) {
    const shorter = rest.replace(legalForms, "").replace(/[\s,]+$/, "");
    if (shorter === rest || shorter === "") break;
    rest = shorter;
  }
  const key = rest.replace(/[^\p{L}\p{N}]+/gu, "");
  return key || rest;
}
