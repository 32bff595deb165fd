import { createHash } from 'node:crypto';
import { checksumOf } from '../../../layers/platform/objects/sha-256.ts';
import type { MarcForm } from '../../../layers/protocols/marc/forms.ts';
import {
  type Chunks,
  iso2709Splitter,
  type Piece,
  type SplitOptions,
  type Splitter,
  splitRecords,
} from '../../../layers/protocols/marc/split-iso2709.ts';
import { marcJsonSplitter } from '../../../layers/protocols/marc/split-marc-json.ts';
import { marcXmlSplitter } from '../../../layers/protocols/marc/split-marcxml.ts';
import { addCounts, type ImportReject, noCounts } from '../domain/loading/import.ts';
import { type LoadContext, type LoadRecord, loadRecord, recordReject } from '../domain/loading/load-record.ts';
import { readOrRefused } from '../domain/loading/read-or-refused.ts';
import { loadChunk } from './load-chunk.ts';
import type { Loaded, Loading } from './load-group.ts';

/** Records read from the table at once, and such chunks processed concurrently. */
const CHUNK = 100;
const LANES = 4;

const splitters: Readonly<Record<MarcForm, (options: SplitOptions) => Splitter>> = {
  iso2709: iso2709Splitter,
  marcxml: marcXmlSplitter,
  'marc-json': marcJsonSplitter,
};

/** Returns a new splitter for a file format, starting at a byte offset. */
export const splitterOf = (form: MarcForm, offset = 0) => splitters[form]({ offset });

/** Returns the name of a mapping. Records loaded by another mapping have their items read again. */
export const mappingName = (mapping: unknown): string =>
  createHash('sha256').update(JSON.stringify(mapping)).digest('base64url').slice(0, 12);

/** Returns the name of what a load finds items by: its mapping and the branches that it may name, in any order. */
export const loadedBy = ({ mapping, branches }: Pick<LoadContext, 'mapping' | 'branches'>): string =>
  mappingName([mapping, [...branches].sort()]);

const readPiece = (piece: Piece, form: MarcForm, context: LoadContext): LoadRecord | { rejected: ImportReject } => {
  if (!('bytes' in piece)) return { rejected: recordReject(piece.reason, piece.offset) };
  // The splitter reuses its buffer for the next piece.
  const bytes = Uint8Array.from(piece.bytes);
  const checksum = checksumOf(bytes);
  return readOrRefused(piece.offset, () => loadRecord({ offset: piece.offset, bytes, checksum, form }, context));
};

/**
 * Reads, matches and writes the records of a part of a file. Takes its chunks from byte `offset` of the file on; returns counts (accepted +
 * rejected = read) and each reject with its byte offset. Memory is bounded by a few chunks of records.
 */
export const loadPart = async (
  loading: Loading,
  context: LoadContext,
  part: { chunks: Chunks; form: MarcForm; offset: number },
): Promise<Loaded> => {
  const total: Loaded = { counts: noCounts(), rejects: [] };
  const lanes = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const start = async (records: LoadRecord[]): Promise<void> => {
    const lane = loadChunk(loading, records)
      .then(({ counts, rejects }) => {
        total.counts = addCounts(total.counts, counts);
        for (const reject of rejects) total.rejects.push(reject);
      })
      .catch((error: unknown) => void failures.push(error))
      .finally(() => lanes.delete(lane));
    lanes.add(lane);
    if (lanes.size >= LANES) await Promise.race(lanes);
    if (failures.length > 0) throw failures[0];
  };
  let waiting: LoadRecord[] = [];
  try {
    for await (const piece of splitRecords(part.chunks, splitterOf(part.form, part.offset))) {
      const read = readPiece(piece, part.form, context);
      if ('rejected' in read) {
        total.counts = addCounts(total.counts, { ...noCounts(), read: 1, rejected: 1 });
        total.rejects.push(read.rejected);
      } else {
        total.rejects.push(...read.warnings);
        waiting.push(read);
      }
      if (waiting.length < CHUNK) continue;
      await start(waiting);
      waiting = [];
    }
    if (waiting.length > 0) await start(waiting);
  } finally {
    // Wait until no work of a failed part is running.
    await Promise.all(lanes);
  }
  if (failures.length > 0) throw failures[0];
  total.rejects.sort((a, b) => a.offset - b.offset);
  return total;
};
