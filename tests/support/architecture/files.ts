/** Sizes and names of files. */
import { posix } from "node:path";
import type { Rule } from "./sources";

const longest = 400;

export const shortFiles: Rule = (sources) =>
  sources.flatMap(({ path, text }) => {
    const lines = text.replace(/\n$/, "").split("\n").length;
    return lines > longest ? [`${path}:${longest + 1} has ${lines} lines`] : [];
  });

/** Names that say nothing of what is inside. */
const drawers = /^(utils?|helpers?|libs?|services?|managers?|commons?)$/;

export const noJunkDrawers: Rule = (sources) =>
  sources.flatMap(({ path }) =>
    path
      .split("/")
      .filter((part) => drawers.test(part.replace(/\..*$/, "")))
      .map((part) => `${path}:1 is in or is a junk drawer, "${part}"`),
  );

export const noBarrels: Rule = (sources) =>
  sources
    .filter(({ path }) => /^index\.\w+$/.test(posix.basename(path)))
    .map(({ path }) => `${path}:1 is a barrel`);
