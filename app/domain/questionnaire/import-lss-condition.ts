/** LimeSurvey's simple relevance equations as SurveyJS's conditions. */

const token =
  /\s*(?:([A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z]+)?)|"([^"]*)"|'([^']*)'|(-?\d+(?:\.\d+)?)|(==|!=|<=|>=|&&|\|\||[<>()!]))/y;
const words: Record<string, string> = {
  eq: "=",
  ne: "<>",
  lt: "<",
  gt: ">",
  le: "<=",
  ge: ">=",
  and: "and",
  or: "or",
};
const signs: Record<string, string> = { "==": "=", "!=": "<>", "&&": "and", "||": "or" };

type Token = { kind: "name" | "value" | "sign"; text: string };

function tokensOf(text: string): Token[] | null {
  const found: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const [whole, name, double, single, number, sign] = token.exec(text) ?? [];
    if (whole === undefined) return null;
    if (name !== undefined) {
      const word = words[name.toLowerCase()];
      found.push(word ? { kind: "sign", text: word } : { kind: "name", text: name });
    } else if (number !== undefined) found.push({ kind: "value", text: number });
    else if (sign !== undefined) found.push({ kind: "sign", text: signs[sign] ?? sign });
    else found.push({ kind: "value", text: `'${(double ?? single ?? "").replace(/['"]/g, "\\$&")}'` });
  }
  return found;
}

/**
 * `Q1.NAOK == "A1" and Q2_SQ001 == "Y"` as `{Q1} = 'A1' and {Q2} contains 'SQ001'`; null where the equation
 * says more (functions, sums, names that are no question).
 */
export function lssCondition(text: string, names: ReadonlySet<string>): string | null {
  const tokens = tokensOf(text);
  if (!tokens) return null;
  const out: string[] = [];
  let depth = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text: word } = tokens[at] as Token;
    if (kind === "sign" && word === "(") depth += 1;
    if (kind === "sign" && word === ")") depth -= 1;
    if (kind === "sign" && ["(", ")", "and", "or"].includes(word)) {
      if (depth < 0) return null;
      out.push(word);
      continue;
    }
    if (kind !== "name") return null;
    const [sign, value] = [tokens[at + 1], tokens[at + 2]];
    if (
      sign?.kind !== "sign" ||
      value?.kind !== "value" ||
      !["=", "<>", "<", ">", "<=", ">="].includes(sign.text)
    )
      return null;
    const clause = clauseOf(word.replace(/\.\w+$/, ""), sign.text, value.text, names);
    if (!clause) return null;
    out.push(clause);
    at += 2;
  }
  return depth === 0 && out.length > 0 ? out.join(" ").replaceAll("( ", "(").replaceAll(" )", ")") : null;
}

function clauseOf(code: string, sign: string, value: string, names: ReadonlySet<string>): string | null {
  if (names.has(code)) {
    if (value === "''") return sign === "=" ? `{${code}} empty` : sign === "<>" ? `{${code}} notempty` : null;
    return `{${code}} ${sign} ${value}`;
  }
  const cut = code.lastIndexOf("_");
  const [name, part] = [code.slice(0, cut), code.slice(cut + 1)];
  if (cut < 1 || !names.has(name)) return null;
  // A box of several is "Y" when it is ticked and empty when it is not.
  if (sign === "=" && value === "'Y'") return `{${name}} contains '${part}'`;
  if ((sign === "<>" && value === "'Y'") || (sign === "=" && value === "''"))
    return `{${name}} notcontains '${part}'`;
  return `{${name}.${part}} ${sign} ${value}`;
}
