/** Whose a problem is: the question's name, or where it stands when it has none. */
import { outlineOf } from "./draft-outline";
import { pathText } from "./draft-tree";
import type { Problem } from "./problem";

/** Problems whose sentence begins with a question. */
const ofQuestions = new Set<Problem["code"]>([
  ...(["missing-name", "no-choices", "bad-choice", "duplicate-choice", "bad-limit", "bad-pattern"] as const),
  ...(["files-off", "files-inside", "no-file-kinds"] as const),
]);

/**
 * The problems with the name of the question they are about, or with its place (`page` and `question` counted from 1,
 * questions in groups in reading order) where it has no name. Others stay as they are.
 */
export function withPlaces(json: unknown, problems: readonly Problem[]): Problem[] {
  const rows = outlineOf(json)
    .filter(({ kind, part }) => kind === "question" && part.type !== "panel")
    .map(({ page, part, path }) => ({
      page,
      part,
      path: pathText(path).replaceAll("questions[", "elements["),
    }));
  return problems.map((problem) => {
    if (!ofQuestions.has(problem.code)) return problem;
    const row = rows.findLast(({ path }) => problem.path === path || problem.path.startsWith(`${path}.`));
    if (!row) return problem;
    const { name } = row.part;
    if (typeof name === "string" && name.trim() !== "") return { ...problem, name };
    const onPage = rows.filter(({ page }) => page === row.page);
    const place = { page: row.page + 1, question: onPage.indexOf(row) + 1 };
    return { ...problem, params: { ...problem.params, ...place } };
  });
}
