import { type SplitOptions, splitIso2709 } from './split-iso2709.ts';

/** A part of an ISO 2709 file: bytes start (inclusive) to end (exclusive), and how many pieces (records and rejects) it holds. */
export type PartRange = { start: number; end: number; records: number };

/**
 * Takes the chunks of an ISO 2709 file and a wished number of records a part; gives ranges that follow one another
 * without a gap from byte 0 to the end, each but the first beginning at a record, so that every part can be split by
 * itself and the parts together give the very pieces of the whole. An empty file gives no part.
 */
export async function* partRanges(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  recordsPerPart: number,
  options: SplitOptions = {},
): AsyncGenerator<PartRange> {
  const size = { bytes: 0 };
  let start = options.offset ?? 0;
  let records = 0;
  for await (const piece of splitIso2709(counted(chunks, size), options)) {
    // Cut only where a sound record begins: a reject needs its neighbours to be judged the same again.
    if (records >= recordsPerPart && 'bytes' in piece) {
      yield { start, end: piece.offset, records };
      start = piece.offset;
      records = 0;
    }
    records++;
  }
  const end = (options.offset ?? 0) + size.bytes;
  if (end > start) yield { start, end, records };
}

async function* counted(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  size: { bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    size.bytes += chunk.length;
    yield chunk;
  }
}
