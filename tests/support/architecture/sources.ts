/** The program as text and tree, for the rules of the house. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** `path` is relative to the project, with slashes: `app/domain/outcome.ts`. */
export type Source = { path: string; text: string; tree: ts.SourceFile };

/** What breaks a rule, as `path:line what`. */
export type Finding = string;
export type Rule = (sources: readonly Source[]) => Finding[];

const kinds = { ".tsx": ts.ScriptKind.TSX, ".mjs": ts.ScriptKind.JS, ".js": ts.ScriptKind.JS };
const kindOf = (path: string) => Object.entries(kinds).find(([end]) => path.endsWith(end))?.[1];

export const parse = (path: string, text: string): Source => ({
  path,
  text,
  // A stylesheet has lines to count and nothing to parse.
  tree: ts.createSourceFile(
    path,
    path.endsWith(".css") ? "" : text,
    ts.ScriptTarget.ES2022,
    true,
    kindOf(path) ?? ts.ScriptKind.TS,
  ),
});

const root = fileURLToPath(new URL("../../..", import.meta.url));
const isCode = /\.(tsx?|mjs|js|css)$/;

/** Every file of code below the given folders, generated migrations left out. */
export const readSources = (folders: readonly string[]): Source[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isCode.test(entry.name))
      .map((entry) => posix.join(entry.parentPath.slice(root.length).replaceAll("\\", "/"), entry.name))
      .filter((path) => !path.startsWith("db/migrations/"))
      .sort()
      .map((path) => parse(path, readFileSync(join(root, path), "utf8"))),
  );

export const at = ({ path, tree }: Source, node: ts.Node, what: string): Finding =>
  `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1} ${what}`;

/** The node and everything inside it. */
export function* nodesIn(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesIn(child);
}

/** What is found by looking at each node of each source. */
export const eachNode = (
  sources: readonly Source[],
  look: (node: ts.Node, source: Source) => string | false | undefined,
): Finding[] =>
  sources.flatMap((source) =>
    [...nodesIn(source.tree)].flatMap((node) => {
      const what = look(node, source);
      return what ? [at(source, node, what)] : [];
    }),
  );

/** Top-level functions by name, `const f = () => …` included. */
export function functionsOf(
  tree: ts.SourceFile,
): Map<string, { node: ts.FunctionLikeDeclaration; exported: boolean }> {
  const found = new Map<string, { node: ts.FunctionLikeDeclaration; exported: boolean }>();
  const isExported = (statement: ts.FunctionDeclaration | ts.VariableStatement) =>
    statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
  for (const statement of tree.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name)
      found.set(statement.name.text, { node: statement, exported: isExported(statement) });
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations)
      if (
        ts.isIdentifier(name) &&
        initializer &&
        (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
      )
        found.set(name.text, { node: initializer, exported: isExported(statement) });
  }
  return found;
}
