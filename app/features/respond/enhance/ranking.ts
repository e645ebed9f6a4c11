/**
 * Ranking by tapping in order. The lists of places stay in the form and carry the answer; the lines
 * become buttons that show their place. Lines never move, so nothing slips away under a finger.
 */
import type { EnhanceWords } from "./page-data";

type Line = { part: HTMLElement; select: HTMLSelectElement; paint: () => void };

const rankOf = ({ select }: Line) => Number(select.value) || 0;
const setRank = ({ select }: Line, rank: number) => {
  select.value = rank > 0 ? String(rank) : "";
};

function makeButton(className: string, label: string, onTap: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.setAttribute("aria-label", label);
  button.addEventListener("click", onTap);
  return button;
}

const lineLook =
  "flex min-h-12 flex-1 items-center gap-3 rounded-md px-3 py-2 text-start focus-visible:outline-2 focus-visible:outline-accent";
const badgeLook =
  "grid size-7 shrink-0 place-items-center rounded-full border border-edge text-sm tabular-nums data-ranked:border-ink data-ranked:bg-ink data-ranked:text-on-ink";
const arrowLook = "size-12 shrink-0 rounded-md hover:bg-sunken disabled:invisible";

export function enhanceRanking(list: HTMLElement, words: EnhanceWords, onChange: () => void): void {
  const limit = Number(list.dataset.ranking);
  const lines: Line[] = [];
  const offered = () => lines.filter(({ part }) => !part.hidden);
  const ranked = () =>
    offered()
      .filter((line) => rankOf(line) > 0)
      .sort((a, b) => rankOf(a) - rankOf(b));

  /** Places run from 1 without gaps, whatever was hidden or taken back. */
  const settle = (order: Line[]) => {
    for (const line of lines) setRank(line, order.indexOf(line) + 1);
    for (const line of lines) line.paint();
    onChange();
  };
  const toggle = (line: Line) => {
    const order = ranked();
    if (order.includes(line)) settle(order.filter((other) => other !== line));
    else if (order.length < limit) settle([...order, line]);
  };
  const shift = (line: Line, by: -1 | 1) => {
    const order = ranked().filter((other) => other !== line);
    order.splice(Math.max(0, rankOf(line) - 1 + by), 0, line);
    settle(order);
  };

  const hint = list.querySelector("[data-rank-hint]");
  if (hint) hint.textContent = words.rankHint;
  for (const part of list.querySelectorAll<HTMLElement>("[data-rank-line]")) {
    const select = part.querySelector("select");
    if (!select) continue;
    const name = part.dataset.rankLine ?? "";
    const badge = document.createElement("span");
    badge.className = badgeLook;
    badge.ariaHidden = "true";
    const text = document.createElement("span");
    text.textContent = name;
    const main = makeButton(lineLook, name, () => toggle(line));
    main.append(badge, text);
    const up = makeButton(arrowLook, `${words.up}: ${name}`, () => shift(line, -1));
    up.textContent = "↑";
    const line: Line = {
      part,
      select,
      paint: () => {
        const rank = rankOf(line);
        badge.textContent = rank > 0 ? String(rank) : "";
        badge.toggleAttribute("data-ranked", rank > 0);
        const place = rank > 0 ? words.rank.replace("{n}", String(rank)) : words.unranked;
        main.setAttribute("aria-label", `${name}, ${place}`);
        main.setAttribute("aria-pressed", String(rank > 0));
        up.disabled = rank < 2;
      },
    };
    lines.push(line);
    select.hidden = true;
    part.classList.remove("ps-4");
    part.replaceChildren(main, up, select);
  }
  // Arrow keys move a ranked line, as in any sorted list.
  list.addEventListener("keydown", (event) => {
    const line = lines.find(({ part }) => part.contains(event.target as Node));
    if (!line || rankOf(line) === 0 || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    shift(line, event.key === "ArrowUp" ? -1 : 1);
  });
  for (const line of lines) line.paint();
  list.addEventListener("repaint", () => {
    const order = ranked();
    if (order.some((line, at) => rankOf(line) !== at + 1))
      for (const [at, line] of order.entries()) setRank(line, at + 1);
    for (const line of lines) line.paint();
  });
}
