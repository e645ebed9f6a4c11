/** Flags with the wording of the questions they are about, for a screen. */
import type { ChainRole } from "../chain/role";
import type { LocalText } from "../language";
import { itemsOf } from "../questionnaire/by-measure";
import type { Compiled } from "../questionnaire/compiled";
import type { QualityFlag } from "./flag-response";

export type ToldFlag =
  | { kind: "straightlining"; grids: { title: LocalText; run: number; rows: number }[] }
  | { kind: "speeding"; index: number; above: number; responses: number }
  | { kind: "near-duplicate"; of: { id: string; same: number; compared: number }[] }
  | { kind: "attention" }
  | { kind: "contradiction"; items: { title: LocalText; role: ChainRole }[] };

/** More than this in one list is not read. */
const mostTold = 5;

/** An item's title by its name, or by the path to one of its rows (`rating.price`). An item that is gone keeps its name. */
function titleOf(compiled: Compiled, path: string): LocalText {
  const item = itemsOf(compiled).find(({ name }) => path === name || path.startsWith(`${name}.`));
  if (!item) return { "zh-CN": path, en: path };
  const key = path.slice(item.name.length + 1);
  const row = item.kind === "matrix" ? item.rows.find(({ value }) => value === key) : undefined;
  if (!row) return item.title;
  return {
    "zh-CN": `${item.title["zh-CN"]}：${row.text["zh-CN"]}`,
    en: `${item.title.en}: ${row.text.en}`,
  };
}

function tellFlag(flag: QualityFlag, compiled: Compiled): ToldFlag {
  switch (flag.kind) {
    case "straightlining": {
      const grids = flag.grids.slice(0, mostTold);
      return {
        kind: flag.kind,
        grids: grids.map(({ item, run, rows }) => ({ title: titleOf(compiled, item), run, rows })),
      };
    }
    case "near-duplicate":
      return { kind: flag.kind, of: flag.of.slice(0, mostTold) };
    case "attention":
      return { kind: flag.kind };
    case "contradiction": {
      const items = flag.items.slice(0, mostTold);
      return {
        kind: flag.kind,
        items: items.map(({ item, roles }) => ({ title: titleOf(compiled, item), role: roles[1] })),
      };
    }
    default:
      return flag;
  }
}

/** What a screen says about each flag of a response to `compiled`; long lists are cut. */
export const tellFlags = (flags: readonly QualityFlag[], compiled: Compiled): ToldFlag[] =>
  flags.map((flag) => tellFlag(flag, compiled));
