/** Makes an author's HTML harmless: a few tags of text, no attributes but a link's address. */

const kept = new Set([
  "p",
  "br",
  "strong",
  "b",
  "em",
  "i",
  "u",
  "ul",
  "ol",
  "li",
  "h2",
  "h3",
  "h4",
  "blockquote",
  "a",
]);
/** Tags whose content is not text for people. */
const dropped =
  /<(script|style|iframe|object|template|noscript|svg|math|textarea|title|select)\b[\s\S]*?(<\/\1\s*>|$)/gi;
const tag = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>/gi;

/**
 * Safe HTML from any text. Unknown tags vanish and their text stays; scripts, styles and frames vanish with
 * their content; links keep an http, https or mailto address. Tags come out balanced.
 */
export function cleanHtml(html: string): string {
  const source = html.replace(/<!--[\s\S]*?(-->|$)/g, "").replace(dropped, "");
  const open: string[] = [];
  let clean = "";
  let end = 0;
  for (const match of source.matchAll(tag)) {
    clean += escapeText(source.slice(end, match.index));
    end = match.index + match[0].length;
    const name = match[2]!.toLowerCase();
    if (!kept.has(name)) continue;
    if (name === "br") clean += "<br>";
    else if (!match[1]) {
      open.push(name);
      clean += name === "a" ? `<a${address(match[3]!)}>` : `<${name}>`;
    } else if (open.includes(name)) clean += closeUpTo(open, name);
  }
  clean += escapeText(source.slice(end));
  return (
    clean +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join("")
  );
}

function closeUpTo(open: string[], name: string): string {
  let closed = "";
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    closed += `</${last}>`;
    if (last === name) break;
  }
  return closed;
}

/** Text as it stands in HTML; entities already written stay. */
export const escapeText = (text: string): string =>
  text
    .replace(/&(?!(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z0-9]{1,30});)/gi, "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

/** Only a plainly written address passes: one hidden behind entities or blanks is left out. */
function address(attributes: string): string {
  const [, double, single] = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes) ?? [];
  const href = (double ?? single ?? "").trim().replaceAll("&amp;", "&");
  if (!/^(https?:\/\/|mailto:)[^\s"'<>`\\]+$/i.test(href)) return "";
  return ` href="${href.replaceAll("&", "&amp;")}" rel="noopener noreferrer"`;
}
