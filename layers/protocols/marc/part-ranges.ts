import { type Chunks, type Splitter, splitRecords } from './split-iso2709.ts';

/** A part of a file: bytes start (inclusive) to end (exclusive), and how many pieces (records and rejects) it holds. */
export type PartRange = { start: number; end: number; records: number };

/**
 * Takes the chunks of a file, a fresh splitter for its kind and a wished number of records a part; gives ranges that
 * follow one another without a gap from byte 0 to the end, each but the first beginning at a record, so that every part
 * can be split by itself and the parts together give the pieces of the whole. An empty file gives no part. MARCXML must
 * be in UTF-8: a part from the middle carries no declaration.
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
    // Cut only where a sound record begins: a reject needs its neighbours to be judged the same again.
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
