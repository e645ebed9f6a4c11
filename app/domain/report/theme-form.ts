/** What the forms of themes send. */
import { z } from "zod";

const longestTheme = 80;
const themeProblems = ["name", "taken"] as const;
export type ThemeProblem = (typeof themeProblems)[number];

export const themeNameSchema = z.string().trim().min(1).max(longestTheme);

/** Whether another theme is called so already, whatever its case or width. */
export const isTaken = (
  name: string,
  themes: readonly { id: string; name: string }[],
  own?: string,
): boolean => themes.some((one) => one.id !== own && plain(one.name) === plain(name));

const plain = (name: string) => name.normalize("NFKC").trim().toLowerCase();
