import {
  decimalAt,
  FIELD_TERMINATOR,
  findLeader,
  isFiller,
  isLeaderAt,
  LEADER_LENGTH,
  RECORD_TERMINATOR,
} from './iso2709-bytes.ts';
import type { RejectReason } from './reasons.ts';

/** One record of a file: the byte at which it begins, and its bytes (a view; copy it to keep it past the next piece). */
export type RecordPiece = { offset: number; bytes: Uint8Array };

/** Bytes that are no record: where they begin, how many they are, and why they are refused. */
export type RejectedPiece = { offset: number; length: number; reason: RejectReason };

/** What a file falls into: records and rejects, in file order; only filler lies between them. */
export type Piece = RecordPiece | RejectedPiece;

/** `cap`: the largest record in bytes (5 MB); `offset`: where the first byte stands in the whole file (0). */
export type SplitOptions = { cap?: number; offset?: number };

/** A splitter in use: `push` gives the pieces that are complete, `end` those that the end of input completes. */
export type Splitter = { push(chunk: Uint8Array): Piece[]; end(): Piece[] };

/** The bytes of a file as they come. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The largest record read unless told otherwise: real ones pass 99,999 bytes, none passes 5 MB. */
export const DEFAULT_RECORD_CAP = 5_000_000;

const EMPTY: Uint8Array = new Uint8Array(0);

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};

const skipFiller = (bytes: Uint8Array, from: number, to: number): number => {
  let at = from;
  while (at < to && isFiller(bytes[at])) at++;
  return at;
};

/**
 * The end of the record at `start` whose first terminator is at `first`. A terminator inside the data does not end a
 * record whose stated length leads on to another terminator, unless a leader follows the first.
 * Undefined while that cannot be said without more bytes.
 */
const recordEnd = (bytes: Uint8Array, start: number, first: number, ended: boolean): number | undefined => {
  const plain = first + 1;
  const stated = isLeaderAt(bytes, start) ? start + (decimalAt(bytes, start, 5) ?? 0) : plain;
  if (stated <= plain) return plain;
  if (!ended && bytes.length < stated) {
    const next = skipFiller(bytes, plain, bytes.length);
    if (bytes.length - next < LEADER_LENGTH) return undefined;
    return isLeaderAt(bytes, next) ? plain : undefined;
  }
  if (bytes[stated - 1] !== RECORD_TERMINATOR) return plain;
  const next = skipFiller(bytes, plain, bytes.length);
  return findLeader(bytes, next, Math.min(stated, bytes.length)) === -1 ? stated : plain;
};

/** Where a second record begins inside a segment because the first one breaks off without a terminator, or -1. */
const leaderInside = (bytes: Uint8Array, start: number, end: number): number =>
  decimalAt(bytes, start, 5) === end - start ? -1 : findLeader(bytes, start + LEADER_LENGTH, end);

/** Sorts the bytes between two record terminators into pieces; `base` is the file offset of bytes[0]. */
const piecesOfSegment = (bytes: Uint8Array, from: number, end: number, base: number, terminated: boolean): Piece[] => {
  const pieces: Piece[] = [];
  let start = skipFiller(bytes, from, end);
  const reject = (to: number, reason: RejectReason): void => {
    pieces.push({ offset: base + start, length: to - start, reason });
    start = to;
  };
  const contentEnd = terminated ? end - 1 : end;
  while (start < contentEnd) {
    if (isLeaderAt(bytes, start)) {
      const inside = leaderInside(bytes, start, end);
      if (inside !== -1) reject(inside, 'truncated-record');
      else if (!terminated) reject(end, 'truncated-record');
      else {
        pieces.push({ offset: base + start, bytes: bytes.subarray(start, end) });
        return pieces;
      }
      continue;
    }
    const leader = findLeader(bytes, start, end);
    if (leader !== -1) reject(leader, 'not-a-record');
    else if (terminated && bytes.subarray(start, end).includes(FIELD_TERMINATOR)) {
      // A leader too damaged to be sure of: the reader decides, and says why it cannot read it.
      pieces.push({ offset: base + start, bytes: bytes.subarray(start, end) });
      return pieces;
    } else reject(end, 'not-a-record');
  }
  return pieces;
};

/**
 * Makes a splitter of ISO 2709 bytes at record terminators (0x1D). Takes `SplitOptions`; holds at most one record of
 * `cap` bytes and one chunk. Never throws: truncated tails, garbage and records over the cap come out as rejects, and
 * reading resumes after the next terminator. Filler between records (NUL, blanks, line breaks) is passed over.
 */
export const iso2709Splitter = (options: SplitOptions = {}): Splitter => {
  const cap = options.cap ?? DEFAULT_RECORD_CAP;
  let held: Uint8Array = EMPTY;
  let base = options.offset ?? 0;
  let searchFrom = 0;
  let overCapFrom = -1;

  const drop = (count: number): void => {
    held = held.subarray(count);
    base += count;
    searchFrom = 0;
  };
  const closeOverCap = (to: number): Piece => {
    const piece: Piece = { offset: overCapFrom, length: base + to - overCapFrom, reason: 'record-over-cap' };
    overCapFrom = -1;
    drop(to);
    return piece;
  };
  /** Takes the next whole segment off what is held; undefined when more bytes are needed. */
  const nextSegment = (ended: boolean): Piece[] | undefined => {
    const first = held.indexOf(RECORD_TERMINATOR, searchFrom);
    if (first === -1) {
      searchFrom = held.length;
      return undefined;
    }
    if (overCapFrom !== -1) return [closeOverCap(first + 1)];
    const start = skipFiller(held, 0, first);
    const end = recordEnd(held, start, first, ended);
    if (end === undefined) {
      searchFrom = first;
      return undefined;
    }
    const pieces: Piece[] =
      end - start > cap
        ? [{ offset: base + start, length: end - start, reason: 'record-over-cap' }]
        : piecesOfSegment(held, 0, end, base, true);
    drop(end);
    return pieces;
  };
  const takeAll = (ended: boolean): Piece[] => {
    const pieces: Piece[] = [];
    for (let next = nextSegment(ended); next !== undefined; next = nextSegment(ended)) pieces.push(...next);
    return pieces;
  };
  return {
    push(chunk) {
      held = joined(held, chunk);
      const pieces = takeAll(false);
      const start = skipFiller(held, 0, held.length);
      if (overCapFrom === -1 && held.length - start > cap) overCapFrom = base + start;
      if (overCapFrom !== -1 || start === held.length) drop(held.length);
      return pieces;
    },
    end() {
      const pieces = takeAll(true);
      if (overCapFrom !== -1) pieces.push(closeOverCap(held.length));
      else pieces.push(...piecesOfSegment(held, 0, held.length, base, false));
      drop(held.length);
      return pieces;
    },
  };
};

/**
 * Takes the chunks of a file (or of a part of it) and a splitter for its kind (`iso2709Splitter`, `marcXmlSplitter`);
 * gives its pieces one by one, in memory bounded by the cap.
 */
export async function* splitRecords(chunks: Chunks, splitter: Splitter): AsyncGenerator<Piece> {
  for await (const chunk of chunks) yield* splitter.push(chunk);
  yield* splitter.end();
}
