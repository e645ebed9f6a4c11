/** What a file imports, and where that leads. */
import { posix } from "node:path";
import ts from "typescript";
import { nodesIn, type Source } from "./sources";

export type Import = {
  specifier: string;
  /** Gone after compilation. */
  typeOnly: boolean;
  /** `import()`: loaded when it is reached. */
  lazy: boolean;
  node: ts.Node;
};

const allTypes = (elements: readonly { isTypeOnly: boolean }[]) =>
  elements.length > 0 && elements.every(({ isTypeOnly }) => isTypeOnly);

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node))
    return (
      node.isTypeOnly ||
      (node.exportClause !== undefined &&
        ts.isNamedExports(node.exportClause) &&
        allTypes(node.exportClause.elements))
    );
  const { importClause: clause } = node;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const { namedBindings } = clause;
  return (
    !clause.name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    allTypes(namedBindings.elements)
  );
}

function importAt(node: ts.Node): Import | null {
  const textOf = (literal: ts.Node | undefined) =>
    literal && ts.isStringLiteralLike(literal) ? literal.text : null;
  const made = (specifier: string | null, typeOnly: boolean, lazy: boolean) =>
    specifier === null ? null : { specifier, typeOnly, lazy, node };
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
    return made(textOf(node.moduleSpecifier), isTypeOnly(node), false);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return made(textOf(node.arguments[0]), false, true);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return made(textOf(node.argument.literal), true, false);
  return null;
}

const known = new WeakMap<Source, Import[]>();

export function importsOf(source: Source): Import[] {
  const found =
    known.get(source) ?? [...nodesIn(source.tree)].map(importAt).filter((one): one is Import => one !== null);
  known.set(source, found);
  return found;
}

/** The path inside the project that an import names, without its ending; null for a package. */
export function pathOf(from: string, specifier: string): string | null {
  const bare = specifier.replace(/\?.*$/, "").replace(/\.(tsx?|mjs|js|css)$/, "");
  if (bare.startsWith("~/")) return `app/${bare.slice(2)}`;
  if (bare.startsWith("~db/")) return `db/${bare.slice(4)}`;
  return bare.startsWith(".") ? posix.join(posix.dirname(from), bare) : null;
}

export const isPackage = (specifier: string, name: string) =>
  specifier === name || specifier.startsWith(`${name}/`);

/** The file behind an import, among `sources`. */
export function sourceOf(sources: readonly Source[], from: string, specifier: string): Source | undefined {
  const path = pathOf(from, specifier);
  return sources.find((one) => path !== null && one.path.replace(/\.(tsx?|mjs|js|css)$/, "") === path);
}
