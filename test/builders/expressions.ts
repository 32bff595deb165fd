import ts from 'typescript';

/** Returns the regular expression that a source builds from a text; an unknown text counts as one character. */
const textsIn = (source: ts.SourceFile) => {
  const known = new Map<string, string>();
  const textOf = (node: ts.Expression | undefined): string | undefined => {
    if (node === undefined) return undefined;
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isIdentifier(node)) return known.get(node.text);
    // For a tagged template (String.raw) the raw text counts.
    if (ts.isTaggedTemplateExpression(node)) return node.template.getText(source).slice(1, -1);
    if (!ts.isTemplateExpression(node)) return undefined;
    return (
      node.head.text + node.templateSpans.map((one) => (textOf(one.expression) ?? 'x') + one.literal.text).join('')
    );
  };
  const look = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
      const text = textOf(node.initializer);
      if (text !== undefined) known.set(node.name.text, text);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return textOf;
};

/** Whether a text is split by it: then it is searched everywhere, as with the flag g. */
const splits = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) &&
  ts.isPropertyAccessExpression(parent.expression) &&
  parent.expression.name.text === 'split';

/** Returns every regular expression of a source as a literal: literals, and those built by RegExp. */
export const expressionsIn = (text: string): string[] => {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  const textOf = textsIn(source);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node))
      found.push(splits(node) && !/g[a-z]*$/.test(node.text) ? `${node.text}g` : node.text);
    const makes = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (makes && node.expression.getText(source) === 'RegExp') {
      const [made, flags] = [textOf(node.arguments?.[0]), textOf(node.arguments?.[1])];
      if (made !== undefined) found.push(`/${made}/${flags ?? ''}`);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
};
