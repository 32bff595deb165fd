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
 * Reads MARCXML (MARC 21 slim; also inside OAI-PMH or SRU answers) by a small XML reading of its own: no DTD, no entity
 * but the five of XML and numbers, nesting limited. Takes the file as text or bytes (UTF-8, UTF-16 with a byte order
 * mark, Latin-1 when declared); gives each `<record>` as a record or a reject, in file order, and goes on after a bad
 * one. A DOCTYPE refuses the whole file as one reject, a record over `cap` bytes (5 MB) itself. Never throws. For a file
 * too large to hold, split it by `marcXmlSplitter` and read each piece by `readMarcXmlRecord`.
 */
export function* readMarcXml(input: string | Uint8Array, options: { cap?: number } = {}): Generator<MarcXmlPiece> {
  const splitter = marcXmlSplitter(options);
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  for (const piece of [...splitter.push(bytes), ...splitter.end()]) {
    if ('reason' in piece) yield { offset: piece.offset, length: piece.length, rejected: piece.reason };
    else yield { offset: piece.offset, length: piece.bytes.length, ...readMarcXmlRecord(piece.bytes) };
  }
}
