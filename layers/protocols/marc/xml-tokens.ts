import { Buffer } from 'node:buffer';
import { withoutControlCharacters } from './clean-text.ts';
import type { RejectReason } from './reasons.ts';

/**
 * A piece of XML: a start tag (with its attributes; `empty` when it closes itself), an end tag, or text, which may contain control
 * characters.
 */
export type XmlToken =
  | { kind: 'start'; name: string; attributes: Map<string, string>; empty: boolean }
  | { kind: 'end'; name: string }
  | { kind: 'text'; text: string };

/** The reason why parsing stopped: thrown only inside the XML parser, and caught there. */
export class XmlRefusal extends Error {
  readonly reason: RejectReason;
  constructor(reason: RejectReason) {
    super(reason);
    this.reason = reason;
  }
}

const tag =
  /<(\/?)([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)((?:\s+[A-Za-z_:][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
// Attributes in sequence: no text between them is skipped.
const attribute = /\s+([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy;
const skipped: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
];
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const characterOf = (reference: string): string => {
  const code = reference.startsWith('x') ? Number.parseInt(reference.slice(1), 16) : Number.parseInt(reference, 10);
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
};

/** Resolves the five entities of XML and numeric references; any other entity is refused, never looked up. */
const resolved = (text: string): string =>
  text.replace(
    /&(?:#(x[0-9A-Fa-f]{1,6}|[0-9]{1,7});|([A-Za-z_][\w.-]*);)?/g,
    (_all, numeric?: string, name?: string) => {
      if (numeric !== undefined) return characterOf(numeric);
      const character = name === undefined ? undefined : named[name];
      if (character === undefined) throw new XmlRefusal(name === undefined ? 'not-well-formed' : 'unknown-entity');
      return character;
    },
  );

/** The markup is parsed as bytes (one character each); only here does text become Unicode. */
const inUnicode = (binary: string): string => {
  for (let i = 0; i < binary.length; i++)
    if (binary.charCodeAt(i) > 0x7f) return Buffer.from(binary, 'latin1').toString('utf8');
  return binary;
};

const textOf = (raw: string): string => {
  const text = raw.includes('&') ? resolved(inUnicode(raw)) : inUnicode(raw);
  return text.includes('\r') && !raw.includes('&') ? text.replace(/\r\n?/g, '\n') : text;
};

const attributesOf = (raw: string): Map<string, string> => {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of raw.matchAll(attribute))
    attributes.set(name, withoutControlCharacters(textOf(double ?? single ?? '')));
  return attributes;
};

/** Returns the name without its namespace prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The maximum nesting depth within one record: MARCXML needs three. */
export const MAX_DEPTH = 8;

/**
 * Yields the tokens of well-formed XML in `binary` (UTF-8 bytes, one character each), without comments and processing instructions.
 * Throws `XmlRefusal` at malformed markup, an unbalanced or too deeply nested element, an entity beyond the five of XML, a DOCTYPE.
 */
export function* xmlTokens(binary: string, depth: number = MAX_DEPTH): Generator<XmlToken> {
  const open: string[] = [];
  let at = 0;
  while (at < binary.length) {
    const next = binary.indexOf('<', at);
    if (next !== at) {
      yield { kind: 'text', text: textOf(binary.slice(at, next === -1 ? undefined : next)) };
      if (next === -1) break;
      at = next;
    }
    const skip = skipped.find(([start]) => binary.startsWith(start, at));
    if (skip !== undefined) {
      at = endOf(binary, at, skip[1]);
    } else if (binary.startsWith('<![CDATA[', at)) {
      const end = endOf(binary, at, ']]>');
      yield { kind: 'text', text: inUnicode(binary.slice(at + 9, end - 3)) };
      at = end;
    } else if (/^<!DOCTYPE/i.test(binary.slice(at, at + 9))) {
      throw new XmlRefusal('doctype');
    } else {
      const token = tagAt(binary, at);
      at = tag.lastIndex;
      keepBalance(open, token, depth);
      yield token;
    }
  }
  if (open.length > 0) throw new XmlRefusal('not-well-formed');
}

const endOf = (binary: string, at: number, mark: string): number => {
  const end = binary.indexOf(mark, at);
  if (end === -1) throw new XmlRefusal('not-well-formed');
  return end + mark.length;
};

const tagAt = (binary: string, at: number): Exclude<XmlToken, { kind: 'text' }> => {
  tag.lastIndex = at;
  const match = tag.exec(binary);
  if (match === null) throw new XmlRefusal('not-well-formed');
  const [, slash, name = '', attributes = '', empty] = match;
  if (slash === '/') return { kind: 'end', name };
  return { kind: 'start', name, attributes: attributesOf(attributes), empty: empty === '/' };
};

const keepBalance = (open: string[], token: Exclude<XmlToken, { kind: 'text' }>, depth: number): void => {
  if (token.kind === 'end') {
    if (open.pop() !== token.name) throw new XmlRefusal('not-well-formed');
  } else if (!token.empty) {
    open.push(token.name);
    if (open.length > depth) throw new XmlRefusal('nested-too-deep');
  }
};
