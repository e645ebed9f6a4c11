/** What every function of `app/data` keeps to. */
import ts from "typescript";
import { importsOf, sourceOf } from "./imports";
import { at, eachNode, functionsOf, type Rule, type Source } from "./sources";

const isData = ({ path }: Source) => path.startsWith("app/data/");
/** They turn a visitor's secret into a workspace, so they cannot know it before. */
const beforeWorkspace = "app/data/entrance.ts";

type Named = ts.TypeAliasDeclaration | ts.InterfaceDeclaration;

const declaredIn = (source: Source, name: string) =>
  source.tree.statements.find(
    (one): one is Named =>
      (ts.isTypeAliasDeclaration(one) || ts.isInterfaceDeclaration(one)) && one.name.text === name,
  );

/** The declaration a type's name stands for, here or in the file it is imported from. */
function declarationOf(
  sources: readonly Source[],
  source: Source,
  name: string,
): { in: Source; node: Named } | undefined {
  const own = declaredIn(source, name);
  if (own) return { in: source, node: own };
  for (const { node, specifier } of importsOf(source)) {
    if (!ts.isImportDeclaration(node)) continue;
    const bindings = node.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    const element = bindings.elements.find((one) => one.name.text === name);
    const from = element && sourceOf(sources, source.path, specifier);
    const found = from && declaredIn(from, (element.propertyName ?? element.name).text);
    if (found) return { in: from, node: found };
  }
  return undefined;
}

const hasMember = (members: ts.NodeArray<ts.TypeElement>, key: string) =>
  members.some(
    (member) => ts.isPropertySignature(member) && !member.questionToken && member.name.getText() === key,
  );

const keysIn = (type: ts.TypeNode | undefined) =>
  type ? [...type.getText().matchAll(/["'](\w+)["']/g)].map(([, key]) => key) : [];

/** True when every value of the type has the property; aliases, intersections, Pick and Omit are followed. */
function holds(sources: readonly Source[], source: Source, type: ts.TypeNode, key: string): boolean {
  const inside = (one: ts.TypeNode) => holds(sources, source, one, key);
  if (ts.isParenthesizedTypeNode(type)) return inside(type.type);
  if (ts.isTypeLiteralNode(type)) return hasMember(type.members, key);
  if (ts.isIntersectionTypeNode(type)) return type.types.some(inside);
  if (ts.isUnionTypeNode(type)) return type.types.every(inside);
  if (!ts.isTypeReferenceNode(type)) return false;
  const [first, second] = type.typeArguments ?? [];
  switch (type.typeName.getText()) {
    case "Readonly":
      return first !== undefined && inside(first);
    case "Pick":
      return first !== undefined && inside(first) && keysIn(second).includes(key);
    case "Omit":
      return first !== undefined && inside(first) && !keysIn(second).includes(key);
  }
  const found = declarationOf(sources, source, type.typeName.getText());
  if (!found) return false;
  if (ts.isTypeAliasDeclaration(found.node)) return holds(sources, found.in, found.node.type, key);
  const parents = found.node.heritageClauses?.flatMap(({ types }) => types) ?? [];
  return (
    hasMember(found.node.members, key) ||
    parents.some(({ expression }) => {
      const parent = declarationOf(sources, found.in, expression.getText());
      return (
        parent !== undefined && ts.isInterfaceDeclaration(parent.node) && hasMember(parent.node.members, key)
      );
    })
  );
}

/** Every exported function takes the store and then an object that says which workspace it is limited to. */
export const limitedToWorkspace: Rule = (sources) =>
  sources
    .filter((source) => isData(source) && source.path !== beforeWorkspace)
    .flatMap((source) =>
      [...functionsOf(source.tree)].flatMap(([name, { node, exported }]) => {
        const type = node.parameters[1]?.type;
        if (!exported || (type && holds(sources, source, type, "workspaceId"))) return [];
        return [at(source, node, `${name} is not limited to a workspace`)];
      }),
    );

/** What a chain of calls and properties begins with: `store.db` of `store.db.insert(a).values(b)`. */
function rootOf(expression: ts.Expression): string {
  if (ts.isCallExpression(expression) || ts.isNonNullExpression(expression))
    return rootOf(expression.expression);
  if (ts.isParenthesizedExpression(expression) || ts.isVoidExpression(expression))
    return rootOf(expression.expression);
  if (!ts.isPropertyAccessExpression(expression)) return expression.getText();
  const own = expression.getText();
  return /^store\.(db|atomically)$/.test(own) ? own : rootOf(expression.expression);
}

/** A query builder that nobody awaits never runs. */
export const awaitedQueries: Rule = (sources) =>
  eachNode(
    sources.filter(isData),
    (node) =>
      ts.isExpressionStatement(node) &&
      /^(db|tx|store\.(db|atomically))$/.test(rootOf(node.expression)) &&
      "a query that nobody awaits never runs",
  );
