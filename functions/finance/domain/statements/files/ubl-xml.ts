/** An element of an XML document: its name, its content (text or elements), and its attributes. Undefined elements are left out. */
export type Node = readonly [
  name: string,
  content: string | readonly (Node | undefined)[],
  attributes?: Readonly<Record<string, string>>,
];

const escaped = (text: string): string =>
  text
    // XML 1.0 knows no other control characters.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Returns an element as XML. */
export const xmlOf = ([name, content, attributes = {}]: Node): string => {
  const of = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inner =
    typeof content === 'string' ? escaped(content) : content.map((node) => (node ? xmlOf(node) : '')).join('');
  return `<${name}${of.join('')}>${inner}</${name}>`;
};
