/** Where a record element stands; `closed` is false when another record begins before it ends. */
export type Extent = { from: number; to: number; closed: boolean };

/** A record element whose end is not in sight. */
export type OpenRecord = { from: number; name: string };

/** How much must be seen behind a start tag to tell a record from its envelope. */
export const ENVELOPE_LOOKAHEAD = 2_000;

const marks = /<!--|<!\[CDATA\[|<(\/?)((?:[A-Za-z_][\w.-]*:)?record)(?=[\s>/])/g;
const envelope =
  /^<[^>]*>\s*(?:<!--.*?-->\s*)*<(?:[\w.-]+:)?(?:header|metadata|recordSchema|recordPacking|recordXMLEscaping|recordData)[\s>/]/s;

/** OAI-PMH and SRU wrap each MARC record in a `record` of their own: its first child tells. */
const isEnvelope = (binary: string, from: number): boolean =>
  envelope.test(binary.slice(from, from + ENVELOPE_LOOKAHEAD));

/** Where what opens at a comment or CDATA mark ends, or -1. */
const endOfAside = (binary: string, mark: string, from: number): number =>
  binary.indexOf(mark === '<!--' ? '-->' : ']]>', from);

/**
 * Finds the MARC records in XML (UTF-8 bytes, one character each) by their tags alone, so that a broken one does not
 * hide the next. Gives each extent in order, and at last the record that is still open, if any.
 */
export function* marcXmlExtents(binary: string): Generator<Extent, OpenRecord | undefined> {
  const pattern = new RegExp(marks);
  let open: OpenRecord | undefined;
  let tagEnd = -1;
  for (let match = pattern.exec(binary); match !== null; match = pattern.exec(binary)) {
    const [mark, slash, name] = match;
    const resume = pattern.lastIndex;
    if (name === undefined) {
      const end = endOfAside(binary, mark, resume);
      if (end === -1) return open;
      pattern.lastIndex = end;
      continue;
    }
    // Looked for once per '>', not once per tag: a file of nothing but open tags would take hours.
    if (tagEnd < resume) tagEnd = binary.indexOf('>', resume);
    if (tagEnd === -1) return open ?? (slash === '/' ? undefined : { from: match.index, name });
    if (slash === '/') {
      if (open?.name !== name) continue;
      yield { from: open.from, to: tagEnd + 1, closed: true };
      open = undefined;
    } else if (!isEnvelope(binary, match.index)) {
      if (open !== undefined) yield { from: open.from, to: match.index, closed: false };
      open = { from: match.index, name };
      if (binary[tagEnd - 1] !== '/') continue;
      yield { from: match.index, to: tagEnd + 1, closed: true };
      open = undefined;
    }
  }
  return open;
}
