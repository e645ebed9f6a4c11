/** What files offer to others. */
import ts from "typescript";
import { importsOf, pathOf } from "./imports";
import { at, type Rule, type Source } from "./sources";

/** Read by the framework, by tools or by the test runner. */
const readFromOutside =
  /^(app\/(routes|launch)\/|app\/(root|routes|entry\.\w+)\.|db\/(drizzle|schema)\.|tests\/.*\.(test|bench)\.)/;

const bare = (path: string) => path.replace(/\.(tsx?|mjs|js|css)$/, "");

/** The names an import takes; null for all of them. */
function namesIn(node: ts.Node): string[] | null {
  const elements = ts.isImportDeclaration(node)
    ? node.importClause?.namedBindings
    : ts.isExportDeclaration(node)
      ? node.exportClause
      : undefined;
  if (ts.isImportDeclaration(node) && !elements) return [];
  if (!elements || !("elements" in elements)) return null;
  return elements.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}

/** The values a file exports by name. Types may be named for the reader alone. */
function* exportsOf({ tree }: Source): Generator<[name: string, node: ts.Node]> {
  for (const statement of tree.statements) {
    const modifiers = ts.canHaveModifiers(statement) ? (statement.modifiers ?? []) : [];
    const kinds = modifiers.map(({ kind }) => kind);
    if (!kinds.includes(ts.SyntaxKind.ExportKeyword) || kinds.includes(ts.SyntaxKind.DefaultKeyword))
      continue;
    if (ts.isVariableStatement(statement))
      for (const one of statement.declarationList.declarations)
        if (ts.isIdentifier(one.name)) yield [one.name.text, one];
    if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name)
      yield [statement.name.text, statement];
  }
}

/** A value that is exported is imported somewhere, at least by a test. */
export const takenExports: Rule = (sources) => {
  const taken = new Map<string, Set<string> | null>();
  for (const source of sources)
    for (const { specifier, node } of importsOf(source)) {
      const path = pathOf(source.path, specifier);
      const names = namesIn(node);
      if (path === null) continue;
      const before = taken.get(path);
      taken.set(path, names === null || before === null ? null : new Set([...(before ?? []), ...names]));
    }
  return sources.flatMap((source) => {
    const names = taken.get(bare(source.path));
    if (readFromOutside.test(source.path) || names === null) return [];
    return [...exportsOf(source)].flatMap(([name, node]) =>
      names?.has(name) ? [] : [at(source, node, `${name} is exported for nobody`)],
    );
  });
};
