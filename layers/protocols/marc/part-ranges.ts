import { type Chunks, type Splitter, splitRecords } from './split-iso2709.ts';

/** A part of a file: bytes start (inclusive) to end (exclusive), and its number of pieces (records and rejects). */
export type PartRange = { start: number; end: number; records: number };

/**
 * Yields gapless ranges from byte 0 to the end of a file, for its chunks, a fresh splitter for its format and a target number of records
 * per part. Each range but the first begins at a record, so that every part can be split separately and the parts together give the
 * pieces of the whole. An empty file gives no part. MARCXML must be in UTF-8: a part from the middle has no declaration.
 */
export async function* partRanges(
  chunks: Chunks,
  splitter: Splitter,
  recordsPerPart: number,
): AsyncGenerator<PartRange> {
  const size = { bytes: 0 };
  let start = 0;
  let records = 0;
  for await (const piece of splitRecords(counted(chunks, size), splitter)) {
    // Cut only where a valid record begins: a reject needs its neighbours to be judged the same again.
    if (records >= recordsPerPart && 'bytes' in piece) {
      yield { start, end: piece.offset, records };
      start = piece.offset;
      records = 0;
    }
    records++;
  }
  if (size.bytes > start) yield { start, end: size.bytes, records };
}

async function* counted(chunks: Chunks, size: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    size.bytes += chunk.length;
    yield chunk;
  }
}
