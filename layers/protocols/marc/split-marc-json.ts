import { Buffer } from 'node:buffer';
import { joiningChunks } from './joining-chunks.ts';
import type { RejectReason } from './reasons.ts';
import { DEFAULT_RECORD_CAP, type Piece, type SplitOptions, type Splitter } from './split-iso2709.ts';

const [OPEN, CLOSE, QUOTE, BACKSLASH, LINE_BREAK] = [0x7b, 0x7d, 0x22, 0x5c, 0x0a];
const LEADER = Buffer.from('"leader"');

/** Bytes permitted between the records of an array or of a file of lines: spaces, commas, brackets, the byte order mark. */
const between = new Set([0x20, 0x09, 0x0a, 0x0d, 0x2c, 0x5b, 0x5d, 0xef, 0xbb, 0xbf, 0x1e]);

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

/**
 * The state of the scan: `at` in the buffer; the file offset at which an object or junk began, if so; the depth; whether inside a
 * string.
 */
type State = { at: number; from: number | undefined; depth: number; inString: boolean; junkFrom: number | undefined };

/** Returns whether an object at `at` is a record: its first name is the leader's. Undefined while more bytes are needed. */
const beginsRecord = (bytes: Buffer, at: number, ended: boolean): boolean | undefined => {
  let next = at + 1;
  while (isBlank(bytes[next])) next++;
  if (bytes.length - next >= LEADER.length) return bytes.subarray(next, next + LEADER.length).equals(LEADER);
  return ended ? false : undefined;
};

/**
 * Returns a splitter of MARC-in-JSON: an array of records, or consecutive records (also one per line); same guarantees as
 * `iso2709Splitter`. An unclosed record is refused where the next one begins.
 */
export const marcJsonSplitter = (options: SplitOptions = {}): Splitter => {
  const cap = options.cap ?? DEFAULT_RECORD_CAP;
  const joined = joiningChunks();
  let held: Buffer = Buffer.alloc(0);
  let base = options.offset ?? 0;
  const state: State = { at: 0, from: undefined, depth: 0, inString: false, junkFrom: undefined };

  const reject = (pieces: Piece[], offset: number, to: number, reason: RejectReason): void => {
    pieces.push({ offset, length: base + to - offset, reason });
  };
  const endJunk = (pieces: Piece[], to: number): void => {
    if (state.junkFrom !== undefined) reject(pieces, state.junkFrom, to, 'not-a-record');
    state.junkFrom = undefined;
  };
  const close = (pieces: Piece[], to: number): void => {
    const offset = state.from ?? base;
    if (base + to - offset > cap) reject(pieces, offset, to, 'record-over-cap');
    else pieces.push({ offset, bytes: held.subarray(offset - base, to) });
    state.from = undefined;
  };
  const open = (pieces: Piece[], at: number): void => {
    endJunk(pieces, at);
    Object.assign(state, { from: base + at, depth: 1, inString: false });
  };
  /** Processes the byte at `at` outside of strings; false when more bytes are needed. */
  const takeByte = (pieces: Piece[], byte: number, at: number, ended: boolean): boolean => {
    if (byte === OPEN && state.from !== undefined) {
      const begins = beginsRecord(held, at, ended);
      if (begins === undefined) return false;
      if (!begins) state.depth++;
      else {
        reject(pieces, state.from, at, 'truncated-record');
        open(pieces, at);
      }
    } else if (byte === OPEN) open(pieces, at);
    else if (state.from === undefined) {
      if (!between.has(byte)) state.junkFrom ??= base + at;
    } else if (byte === QUOTE) state.inString = true;
    else if (byte === CLOSE && --state.depth === 0) close(pieces, at + 1);
    return true;
  };
  const takeAll = (pieces: Piece[], ended: boolean): void => {
    for (; state.at < held.length; state.at++) {
      const byte = held[state.at] ?? 0;
      if (!state.inString) {
        if (!takeByte(pieces, byte, state.at, ended)) return;
      } else if (byte === BACKSLASH) state.at++;
      // JSON permits no line break within a string: an unclosed one ends here, which limits the damage.
      else if (byte === QUOTE || byte === LINE_BREAK) state.inString = false;
    }
  };
  /** Releases processed bytes; of a record over the cap only its start is retained. */
  const letGo = (): void => {
    const seen = Math.min(state.at, held.length);
    const begun = state.from === undefined ? seen : state.from - base;
    const done = seen - begun > cap ? seen : Math.max(0, begun);
    held = held.subarray(done);
    base += done;
    state.at -= done;
  };
  return {
    push(chunk) {
      const pieces: Piece[] = [];
      held = joined(held, chunk);
      takeAll(pieces, false);
      letGo();
      return pieces;
    },
    end() {
      const pieces: Piece[] = [];
      takeAll(pieces, true);
      endJunk(pieces, held.length);
      if (state.from !== undefined) reject(pieces, state.from, held.length, 'truncated-record');
      base += held.length;
      held = Buffer.alloc(0);
      Object.assign(state, { at: 0, from: undefined, depth: 0, inString: false });
      return pieces;
    },
  };
};
