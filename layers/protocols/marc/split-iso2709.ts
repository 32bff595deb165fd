import { Buffer } from 'node:buffer';
import {
  decimalAt,
  FIELD_TERMINATOR,
  findLeader,
  isFiller,
  isLeaderAt,
  LEADER_LENGTH,
  RECORD_TERMINATOR,
} from './iso2709-bytes.ts';
import { joiningChunks } from './joining-chunks.ts';
import type { RejectReason } from './reasons.ts';

/** One record of a file: its first byte, and its bytes (a view; copy it to use it after the next piece). */
export type RecordPiece = { offset: number; bytes: Uint8Array };

/** Bytes that are no record: their start, their number, and why they are refused. */
export type RejectedPiece = { offset: number; length: number; reason: RejectReason };

/** The pieces of a file: records and rejects, in file order; only filler is between them. */
export type Piece = RecordPiece | RejectedPiece;

/** `cap`: the largest record in bytes (5 MB); `offset`: the position of the first byte in the whole file (0). */
export type SplitOptions = { cap?: number; offset?: number };

/** A splitter in use: `push` returns the complete pieces, `end` those that the end of input completes. */
export type Splitter = { push(chunk: Uint8Array): Piece[]; end(): Piece[] };

/** The bytes of a file as a stream. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The default limit of a record: real ones exceed 99,999 bytes, none exceeds 5 MB. */
export const DEFAULT_RECORD_CAP = 5_000_000;

const EMPTY = Buffer.alloc(0);

const skipFiller = (bytes: Uint8Array, from: number, to: number): number => {
  let at = from;
  while (at < to && isFiller(bytes[at])) at++;
  return at;
};

/**
 * Returns the end of the record at `start` whose first terminator is at `first`. A terminator inside the data does not end a record
 * whose stated length leads to another terminator, unless a leader follows the first. Undefined while more bytes are needed to decide.
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

/** Returns where a second record begins inside a segment because the first one lacks its terminator, or -1. */
const leaderInside = (bytes: Uint8Array, start: number, end: number): number =>
  decimalAt(bytes, start, 5) === end - start ? -1 : findLeader(bytes, start + LEADER_LENGTH, end);

/** Returns true when a segment is one record by its leader, so that it needs no further search. */
const isWhole = (bytes: Uint8Array, start: number, end: number): boolean =>
  decimalAt(bytes, start, 5) === end - start && isLeaderAt(bytes, start);

/** Splits the bytes between two record terminators into pieces; `base` is the file offset of bytes[0]. */
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
      // The leader is too damaged to be certain: the parser decides, and reports why it cannot read it.
      pieces.push({ offset: base + start, bytes: bytes.subarray(start, end) });
      return pieces;
    } else reject(end, 'not-a-record');
  }
  return pieces;
};

/**
 * Returns a splitter of ISO 2709 bytes at record terminators (0x1D). It holds at most one record of `cap` bytes and one chunk. Never
 * throws: truncated tails, garbage and records over the cap become rejects, and parsing resumes after the next terminator. Filler
 * between records (NUL, spaces, line breaks) is skipped.
 */
export const iso2709Splitter = (options: SplitOptions = {}): Splitter => {
  const cap = options.cap ?? DEFAULT_RECORD_CAP;
  const joined = joiningChunks();
  let held: Buffer = EMPTY;
  // Bytes before `at` are processed; they are released at the next chunk, not at every record.
  let at = 0;
  let base = options.offset ?? 0;
  let searchFrom = 0;
  let overCapFrom = -1;

  const closeOverCap = (to: number): Piece => {
    const piece: Piece = { offset: overCapFrom, length: base + to - overCapFrom, reason: 'record-over-cap' };
    overCapFrom = -1;
    at = to;
    return piece;
  };
  /** Takes the next whole segment from the buffer; false when more bytes are needed. */
  const takeSegment = (pieces: Piece[], ended: boolean): boolean => {
    const first = held.indexOf(RECORD_TERMINATOR, Math.max(at, searchFrom));
    if (first === -1) {
      searchFrom = held.length;
      return false;
    }
    if (overCapFrom !== -1) {
      pieces.push(closeOverCap(first + 1));
      return true;
    }
    const start = skipFiller(held, at, first);
    const end = recordEnd(held, start, first, ended);
    if (end === undefined) {
      searchFrom = first;
      return false;
    }
    if (end - start > cap) pieces.push({ offset: base + start, length: end - start, reason: 'record-over-cap' });
    else if (isWhole(held, start, end)) pieces.push({ offset: base + start, bytes: held.subarray(start, end) });
    else for (const piece of piecesOfSegment(held, at, end, base, true)) pieces.push(piece);
    at = end;
    return true;
  };
  const takeAll = (ended: boolean): Piece[] => {
    const pieces: Piece[] = [];
    while (takeSegment(pieces, ended));
    return pieces;
  };
  return {
    push(chunk) {
      searchFrom = Math.max(0, searchFrom - at);
      held = joined(held.subarray(at), chunk);
      base += at;
      at = 0;
      const pieces = takeAll(false);
      const start = skipFiller(held, at, held.length);
      if (overCapFrom === -1 && held.length - start > cap) overCapFrom = base + start;
      if (overCapFrom !== -1 || start === held.length) at = held.length;
      return pieces;
    },
    end() {
      const pieces = takeAll(true);
      if (overCapFrom !== -1) pieces.push(closeOverCap(held.length));
      else for (const piece of piecesOfSegment(held, at, held.length, base, false)) pieces.push(piece);
      base += held.length;
      [held, at, searchFrom] = [EMPTY, 0, 0];
      return pieces;
    },
  };
};

/**
 * Yields the pieces of a file (or of a part of it), given its chunks and a splitter for its format (`iso2709Splitter`,
 * `marcXmlSplitter`), in memory bounded by the cap.
 */
export async function* splitRecords(chunks: Chunks, splitter: Splitter): AsyncGenerator<Piece> {
  for await (const chunk of chunks) yield* splitter.push(chunk);
  yield* splitter.end();
}
