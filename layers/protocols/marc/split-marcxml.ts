import { Buffer } from 'node:buffer';
import { ENVELOPE_LOOKAHEAD, type Extent, marcXmlExtents, type OpenRecord } from './marcxml-extents.ts';
import { DEFAULT_RECORD_CAP, type Piece, type SplitOptions, type Splitter } from './split-iso2709.ts';

/** The maximum length of a tag cut in two by the end of a chunk. */
const TAIL = 256;

const firstRecord = /<(?:[A-Za-z_][\w.-]*:)?record[\s>/]/;

/** Transcodes chunks of UTF-16 (with its byte order mark) and declared Latin-1 to UTF-8; other chunks are UTF-8 already. */
const transcoder = (): ((chunk: Uint8Array) => Buffer) => {
  let decoder: TextDecoder | undefined;
  let begun = false;
  return (chunk) => {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (!begun) decoder = decoderFor(bytes);
    begun = true;
    return decoder === undefined ? bytes : Buffer.from(decoder.decode(bytes, { stream: true }));
  };
};

const decoderFor = (head: Buffer): TextDecoder | undefined => {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be');
  const declaration = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head.toString('latin1', 0, 200));
  return /^(iso-8859-1|latin-?1|windows-1252)$/i.test(declaration?.[1] ?? '')
    ? new TextDecoder('windows-1252')
    : undefined;
};

/**
 * Returns a splitter of MARCXML into its `<record>` elements, also from OAI-PMH and SRU responses; same guarantees as `iso2709Splitter`.
 * Offsets count bytes of the file in UTF-8. A DOCTYPE before the first record refuses the whole rest of the file as one reject. The
 * first chunk determines the encoding, so it must contain the XML declaration.
 */
export const marcXmlSplitter = (options: SplitOptions = {}): Splitter => {
  const cap = options.cap ?? DEFAULT_RECORD_CAP;
  const toUtf8 = transcoder();
  let held = '';
  let base = options.offset ?? 0;
  let begun = false;
  // A record over many chunks is not searched again at each of them: only after half as much again has arrived.
  let lookAt = 0;
  // The end of the text already searched for a DOCTYPE or a first record: earlier text is not searched again.
  let looked = '';
  let refusedFrom = -1;
  let overCap: OpenRecord | undefined;

  const drop = (count: number): void => {
    held = held.slice(count);
    base += count;
  };
  const pieceOf = ({ from, to, closed }: Extent): Piece => {
    const offset = base + from;
    if (to - from > cap) return { offset, length: to - from, reason: 'record-over-cap' };
    if (!closed) return { offset, length: to - from, reason: 'truncated-record' };
    return { offset, bytes: Buffer.from(held.slice(from, to), 'latin1') };
  };
  /** Searches for a DOCTYPE until the first record is seen; true when the file is refused. */
  const isRefused = (text: string): boolean => {
    if (begun) return refusedFrom !== -1;
    const unseen = looked + text;
    const first = unseen.search(firstRecord);
    const doctype = unseen.search(/<!DOCTYPE/i);
    if (doctype !== -1 && (first === -1 || doctype < first)) refusedFrom = base + held.length - unseen.length + doctype;
    begun = first !== -1 || refusedFrom !== -1;
    looked = unseen.slice(-TAIL);
    return refusedFrom !== -1;
  };
  /** Skips a record over the cap, up to its end tag; false while that has not arrived. */
  const passOverCap = (pieces: Piece[]): boolean => {
    if (overCap === undefined) return true;
    const close = held.indexOf(`</${overCap.name}>`);
    if (close === -1) {
      drop(Math.max(0, held.length - TAIL));
      return false;
    }
    const to = close + overCap.name.length + 3;
    pieces.push({ offset: overCap.from, length: base + to - overCap.from, reason: 'record-over-cap' });
    overCap = undefined;
    drop(to);
    return true;
  };
  const takeExtents = (pieces: Piece[], ended: boolean): void => {
    let done = 0;
    const extents = marcXmlExtents(held);
    let next = extents.next();
    for (; next.done !== true; next = extents.next()) {
      const extent = next.value;
      if (!extent.closed && !ended && held.length < extent.to + ENVELOPE_LOOKAHEAD) break;
      pieces.push(pieceOf(extent));
      done = extent.to;
    }
    const open = next.done === true ? next.value : undefined;
    if (open !== undefined && ended) pieces.push(pieceOf({ from: open.from, to: held.length, closed: false }));
    else if (open !== undefined && held.length - open.from > cap) {
      overCap = { from: base + open.from, name: open.name };
      done = held.length - TAIL;
    } else if (open === undefined && next.done === true && held.length - done > cap) done = held.length - TAIL;
    drop(done);
    lookAt = 1.5 * held.length;
  };
  return {
    push(chunk) {
      const pieces: Piece[] = [];
      const text = toUtf8(chunk).toString('latin1');
      held += text;
      if (isRefused(text)) drop(held.length);
      else if (passOverCap(pieces) && held.length >= Math.min(lookAt, cap + 1)) takeExtents(pieces, false);
      return pieces;
    },
    end() {
      const pieces: Piece[] = [];
      if (refusedFrom !== -1)
        pieces.push({ offset: refusedFrom, length: base + held.length - refusedFrom, reason: 'doctype' });
      else if (passOverCap(pieces)) takeExtents(pieces, true);
      else if (overCap !== undefined) {
        pieces.push({ offset: overCap.from, length: base + held.length - overCap.from, reason: 'record-over-cap' });
      }
      drop(held.length);
      return pieces;
    },
  };
};
