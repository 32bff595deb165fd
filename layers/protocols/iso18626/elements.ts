import { withoutControlCharacters } from '../marc/clean-text.ts';
import { localName, MAX_DEPTH, XmlRefusal, type XmlToken, xmlTokens } from '../marc/xml-tokens.ts';

/** An XML element without its namespaces: local names, the text directly inside, what it contains in order. */
export type XmlElement = { name: string; attributes: ReadonlyMap<string, string>; text: string; inner: XmlElement[] };

/** The most elements that one message may have: the largest captured has 40. */
export const MAX_ELEMENTS = 5000;

const elementOf = (token: Extract<XmlToken, { kind: 'start' }>): XmlElement => ({
  name: localName(token.name),
  attributes: new Map([...token.attributes].map(([name, value]) => [localName(name), value])),
  text: '',
  inner: [],
});

/**
 * Reads XML (UTF-8 bytes) into its root element. Namespaces are dropped: all editions of ISO 18626 share one, and some
 * peers write another. Throws `XmlRefusal` for what is no well-formed XML of one root, a DOCTYPE, an entity beyond the
 * five of XML, nesting deeper than the limit (8 by default), more elements than the limit (`MAX_ELEMENTS` by default).
 */
export const xmlRoot = (
  bytes: Uint8Array,
  { depth = MAX_DEPTH, elements = MAX_ELEMENTS }: { depth?: number; elements?: number } = {},
): XmlElement => {
  const roots: XmlElement[] = [];
  const open: XmlElement[] = [];
  let count = 0;
  for (const token of xmlTokens(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'), depth)) {
    const parent = open.at(-1);
    if (token.kind === 'end') open.pop();
    else if (token.kind === 'text') {
      const text = withoutControlCharacters(token.text);
      if (parent) parent.text += text;
      else if (text.replace('\ufeff', '').trim() !== '') throw new XmlRefusal('not-well-formed');
    } else {
      count += 1;
      if (count > elements) throw new XmlRefusal('nested-too-deep');
      const element = elementOf(token);
      (parent ? parent.inner : roots).push(element);
      if (!token.empty) open.push(element);
    }
  }
  const [root] = roots;
  if (root === undefined || roots.length > 1) throw new XmlRefusal('not-well-formed');
  return root;
};
