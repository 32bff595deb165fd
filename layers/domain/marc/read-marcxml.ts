import { Buffer } from 'node:buffer';
import { readMarcXmlRecord } from './read-marcxml-record.ts';
import type { ReadWarning, RejectReason } from './reasons.ts';
import type { MarcRecord } from './record.ts';
import { DEFAULT_RECORD_CAP } from './split-iso2709.ts';

/** A `<record>` of a MARCXML file, or a reject: `offset` and `length` are bytes of the file in UTF-8. */
export type MarcXmlPiece = { offset: number; length: number } & (
  | { record: MarcRecord; warnings: ReadWarning[] }
  | { rejected: RejectReason }
);

/** Where a record element stands; `closed` is false when it breaks off or another record begins within it. */
type Extent = { from: number; to: number; closed: boolean };

const recordTag = /<!--|<!\[CDATA\[|<(\/?)((?:[A-Za-z_][\w.-]*:)?record)(?=[\s>/])/g;

/** OAI-PMH and SRU wrap each MARC record in a `record` of their own: its first child tells. */
const isEnvelope = (binary: string, from: number): boolean => {
  const opening = binary.slice(from, from + 2_000);
  return /^<[^>]*>\s*(?:<!--.*?-->\s*)*<(?:[\w.-]+:)?(?:header|metadata|recordSchema|recordPacking|recordXMLEscaping|recordData)[\s>/]/s.test(
    opening,
  );
};

function* extents(binary: string): Generator<Extent> {
  let open: { from: number; name: string } | undefined;
  recordTag.lastIndex = 0;
  for (let match = recordTag.exec(binary); match !== null; match = recordTag.exec(binary)) {
    const [whole, slash, name = ''] = match;
    const at = match.index;
    const resume = recordTag.lastIndex;
    if (name === '') {
      const end = binary.indexOf(whole === '<!--' ? '-->' : ']]>', resume);
      recordTag.lastIndex = end === -1 ? resume : end;
      continue;
    }
    if (slash === '/') {
      const end = binary.indexOf('>', resume);
      if (open?.name === name) {
        yield { from: open.from, to: end === -1 ? binary.length : end + 1, closed: end !== -1 };
        open = undefined;
      }
    } else if (!isEnvelope(binary, at)) {
      if (open !== undefined) yield { from: open.from, to: at, closed: false };
      const tagEnd = binary.indexOf('>', resume);
      open = { from: at, name };
      if (tagEnd !== -1 && binary[tagEnd - 1] === '/') {
        yield { from: at, to: tagEnd + 1, closed: true };
        open = undefined;
      }
    }
    recordTag.lastIndex = resume;
  }
  if (open !== undefined) yield { from: open.from, to: binary.length, closed: false };
}

const asUtf8 = (input: string | Uint8Array): string => {
  if (typeof input === 'string') return Buffer.from(input, 'utf8').toString('latin1');
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.length);
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (utf16 !== undefined) return asUtf8(new TextDecoder(utf16).decode(bytes));
  const binary = bytes.toString('latin1');
  const declared =
    /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(binary.slice(0, 200))?.[1] ?? 'utf-8';
  return /^(iso-8859-1|latin-?1|windows-1252)$/i.test(declared) ? asUtf8(binary) : binary;
};

/**
 * Reads MARCXML (MARC 21 slim; also inside OAI-PMH or SRU answers) by a small XML reading of its own: no DTD, no entity
 * but the five of XML and numbers, nesting limited. Takes the file as text or bytes (UTF-8, UTF-16 with a byte order
 * mark, Latin-1 when declared); gives each `<record>` as a record or a reject, in file order, and goes on after a bad
 * one. A DOCTYPE refuses the whole file as one reject, a record over `cap` bytes (5 MB) itself. Never throws.
 */
export function* readMarcXml(input: string | Uint8Array, options: { cap?: number } = {}): Generator<MarcXmlPiece> {
  const binary = asUtf8(input);
  const doctype = binary.search(/<!DOCTYPE/i);
  const first = binary.search(/<(?:[A-Za-z_][\w.-]*:)?record[\s>/]/);
  if (doctype !== -1 && (first === -1 || doctype < first)) {
    yield { offset: doctype, length: binary.length - doctype, rejected: 'doctype' };
    return;
  }
  for (const { from, to, closed } of extents(binary)) {
    const place = { offset: from, length: to - from };
    if (to - from > (options.cap ?? DEFAULT_RECORD_CAP)) {
      yield { ...place, rejected: 'record-over-cap' };
      continue;
    }
    const result = readMarcXmlRecord(binary.slice(from, to));
    if ('rejected' in result) {
      yield {
        ...place,
        rejected: !closed && result.rejected === 'not-well-formed' ? 'truncated-record' : result.rejected,
      };
    } else yield { ...place, ...result };
  }
}
