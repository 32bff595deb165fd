/** The range of a record element; `closed` is false when another record begins before it ends. */
export type Extent = { from: number; to: number; closed: boolean };

/** A record element without a visible end. */
export type OpenRecord = { from: number; name: string };

/** How much text after a start tag is needed to distinguish a record from its envelope. */
export const ENVELOPE_LOOKAHEAD = 2_000;

const marks = /<!--|<!\[CDATA\[|<(\/?)((?:[A-Za-z_][\w.-]*:)?record)(?=[\s>/])/g;
const envelope =
  /^<[^>]*>\s*(?:<!--.*?-->\s*)*<(?:[\w.-]+:)?(?:header|metadata|recordSchema|recordPacking|recordXMLEscaping|recordData)[\s>/]/s;

/** OAI-PMH and SRU wrap each MARC record in their own `record`: its first child distinguishes them. */
const isEnvelope = (binary: string, from: number): boolean =>
  envelope.test(binary.slice(from, from + ENVELOPE_LOOKAHEAD));

/** Returns the end of a comment or CDATA section, or -1. */
const endOfAside = (binary: string, mark: string, from: number): number =>
  binary.indexOf(mark === '<!--' ? '-->' : ']]>', from);

/**
 * Finds the MARC records in XML (UTF-8 bytes, one character each) by their tags alone, so that an invalid one does not hide the next.
 * Yields each extent in order, and returns the record that is still open, if any.
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
    // Searched once per '>', not once per tag: a file with only open tags would take hours.
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
