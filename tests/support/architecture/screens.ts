/** Gates of routes, and where words may stand. */
import ts from "typescript";
import { at, eachNode, functionsOf, nodesIn, type Rule, type Source } from "./sources";

const callsIn = (node: ts.Node) =>
  [...nodesIn(node)].flatMap((one) =>
    ts.isCallExpression(one) && ts.isIdentifier(one.expression) ? [one.expression.text] : [],
  );

/** Where every gate begins. */
const beginning = "requireSameOrigin";

/** The server's gates: functions that refuse foreign origins, themselves or through another gate. */
function gatesOf(sources: readonly Source[]): Set<string> {
  const functions = sources
    .filter(({ path }) => path.startsWith("app/server/"))
    .flatMap(({ tree }) => [...functionsOf(tree)]);
  const gates = new Set<string>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const [name, { node }] of functions) {
      if (gates.has(name) || name === beginning) continue;
      if (!callsIn(node).some((called) => called === beginning || gates.has(called))) continue;
      gates.add(name);
      grown = true;
    }
  }
  return gates;
}

/** Calls of gates on the way of a handler, through functions of its own file. */
function gateCalls(source: Source, handler: ts.Node, gates: ReadonlySet<string>): string[] {
  const own = functionsOf(source.tree);
  const seen = new Set<ts.Node>();
  const follow = (node: ts.Node): string[] => {
    if (seen.has(node)) return [];
    seen.add(node);
    return callsIn(node).flatMap((name) => {
      const local = own.get(name);
      if (local) return follow(local.node);
      return gates.has(name) ? [name] : [];
    });
  };
  return follow(handler);
}

/** A handler that only sends elsewhere, or says that there is nothing, lets nobody in. */
function letsNobodyIn({ body, parameters }: ts.FunctionLikeDeclaration): boolean {
  if (parameters.length > 0 || !body) return false;
  const isNothing = (node: ts.Node | undefined): boolean =>
    node !== undefined &&
    ((ts.isCallExpression(node) && node.expression.getText() === "redirect") ||
      (ts.isNewExpression(node) && node.expression.getText() === "Response"));
  if (!ts.isBlock(body)) return isNothing(body);
  const [only, ...more] = body.statements;
  return (
    more.length === 0 &&
    only !== undefined &&
    (ts.isReturnStatement(only) || ts.isThrowStatement(only)) &&
    isNothing(only.expression)
  );
}

type Handler = { name: string; node: ts.Node; written: ts.FunctionLikeDeclaration | undefined };

/** The handlers a route exports, with the function of its own file behind each. */
function handlersOf({ tree }: Source): Handler[] {
  const own = functionsOf(tree);
  return tree.statements
    .flatMap((statement): Handler[] => {
      if (ts.isFunctionDeclaration(statement) && statement.name)
        return [{ name: statement.name.text, node: statement, written: statement }];
      if (
        ts.isExportDeclaration(statement) &&
        statement.exportClause &&
        ts.isNamedExports(statement.exportClause)
      )
        return statement.exportClause.elements.map((node) => ({
          name: node.name.text,
          node,
          written: own.get((node.propertyName ?? node.name).text)?.node,
        }));
      if (!ts.isVariableStatement(statement)) return [];
      return statement.declarationList.declarations.map((node) => ({
        name: node.name.getText(),
        node,
        written: own.get(
          node.initializer && ts.isIdentifier(node.initializer) ? node.initializer.text : node.name.getText(),
        )?.node,
      }));
    })
    .filter(({ name }) => name === "loader" || name === "action");
}

/** Each loader and action of a route calls exactly one gate, resource routes too. */
export const oneGate: Rule = (sources) => {
  const gates = gatesOf(sources);
  return sources
    .filter(({ path }) => path.startsWith("app/routes/"))
    .flatMap((source) =>
      handlersOf(source).flatMap(({ name, node, written }) => {
        if (!written) return [at(source, node, `${name} is written elsewhere, so its gate cannot be seen`)];
        if (letsNobodyIn(written)) return [];
        const called = gateCalls(source, written, gates);
        if (called.length === 1) return [];
        return [at(source, node, `${name} calls ${called.join(", ") || "no gate"} instead of one gate`)];
      }),
    );
};

const chinese = /[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]/;
/** The dictionaries, the content of the domain, and the companies of the sample. */
const mayHoldWords = /^(app\/(i18n|domain)\/|db\/seed\/)/;
const readOut = new Set(["aria-label", "aria-description", "title", "placeholder", "alt", "label"]);
const letters = /\p{L}/u;

const isStringLike = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateLiteralToken =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node);

const choosers = [
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
];

/** Where a text ends up when it is one of several, or a part of a longer one. */
function placeOf(node: ts.Node): ts.Node {
  const { parent } = node;
  const passesOn =
    ts.isTemplateSpan(parent) ||
    ts.isTemplateExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    (ts.isConditionalExpression(parent) && parent.condition !== node) ||
    (ts.isBinaryExpression(parent) && choosers.includes(parent.operatorToken.kind));
  return passesOn ? placeOf(parent) : parent;
}

/** Drawn between tags, or read out as an attribute. */
function isSeen(place: ts.Node): boolean {
  const attribute = ts.isJsxExpression(place) ? place.parent : place;
  if (ts.isJsxAttribute(attribute)) return readOut.has(attribute.name.getText());
  return ts.isJsxExpression(place);
}

/** What a reader sees stands in the dictionaries, in both languages. */
export const wordsAtHome: Rule = (sources) =>
  eachNode(
    sources.filter(({ path }) => !mayHoldWords.test(path)),
    (node) => {
      if (ts.isJsxText(node)) return letters.test(node.text) && `words outside i18n: ${node.text.trim()}`;
      if (!isStringLike(node)) return undefined;
      if (chinese.test(node.text)) return `Chinese outside i18n: ${node.text}`;
      return letters.test(node.text) && isSeen(placeOf(node)) && `words outside i18n: ${node.text}`;
    },
  );

/** Every method that a figure names, by where it is named. */
export const namedMethods = (sources: readonly Source[]): { key: string; place: string }[] =>
  sources.flatMap((source) =>
    [...nodesIn(source.tree)].flatMap((node) => {
      if (!ts.isJsxAttribute(node) || node.name.getText() !== "method") return [];
      const element = node.parent.parent.tagName.getText();
      // A form's method is a verb of HTTP.
      if (/form$/i.test(element) || !node.initializer) return [];
      return [...nodesIn(node.initializer)].flatMap((one) =>
        ts.isStringLiteralLike(one) ? [{ key: one.text, place: at(source, node, "") }] : [],
      );
    }),
  );
