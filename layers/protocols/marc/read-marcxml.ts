import { Buffer } from 'node:buffer';
import { readMarcXmlRecord } from './read-marcxml-record.ts';
import type { ReadWarning, RejectReason } from './reasons.ts';
import type { MarcRecord } from './record.ts';
import { marcXmlSplitter } from './split-marcxml.ts';

/** A `<record>` of a MARCXML file, or a reject: `offset` and `length` are bytes of the file in UTF-8. */
export type MarcXmlPiece = { offset: number; length: number } & (
  | { record: MarcRecord; warnings: ReadWarning[] }
  | { rejected: RejectReason }
);

/**
 * Parses MARCXML (MARC 21 slim; also inside OAI-PMH or SRU responses) with its own small XML parser: no DTD, no entity except the five
 * of XML and numbers, limited nesting. Takes the file as text or bytes (UTF-8, UTF-16 with a byte order mark, Latin-1 when declared);
 * yields each `<record>` as a record or a reject, in file order, and continues after an invalid one. A DOCTYPE refuses the whole file as
 * one reject, a record over `cap` bytes (5 MB) only itself. Never throws. For a file too large for memory, use `marcXmlSplitter` and
 * parse each piece with `readMarcXmlRecord`.
 */
export function* readMarcXml(input: string | Uint8Array, options: { cap?: number } = {}): Generator<MarcXmlPiece> {
  const splitter = marcXmlSplitter(options);
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  for (const piece of [...splitter.push(bytes), ...splitter.end()]) {
    if ('reason' in piece) yield { offset: piece.offset, length: piece.length, rejected: piece.reason };
    else yield { offset: piece.offset, length: piece.bytes.length, ...readMarcXmlRecord(piece.bytes) };
  }
}
