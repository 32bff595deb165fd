import { chunks } from '../../kernel/collections/chunks.ts';
import type { Key } from './keys.ts';
import type { ScanPage, ScanPosition } from './scan-table.ts';

/** A run of a job that walks the table works for so long; then the next goes on. Less than its time limit, by far more than a page takes. */
export const RUN_TIME_MS = 12 * 60_000;

/** While a run works nobody else takes up what it does; after that it broke off. */
export const LEASE_MS = 16 * 60_000;

/** Where a walk is at its end; the segment behind the last one has no rows. */
export const END_OF_SCAN: ScanPosition = { segment: Number.MAX_SAFE_INTEGER };

/**
 * What a job found on a page of its walk, so much at a time as one write takes, each with where the walk goes on behind it: `keyOf`
 * gives the row that one was read from. Of a page on which nothing was found there is none.
 */
export const resumableBatches = <T>(
  page: ScanPage,
  found: readonly T[],
  atOnce: number,
  keyOf: (one: T) => Key,
): { some: T[]; position: ScanPosition }[] =>
  chunks(found, atOnce).map((some, i, all) => {
    const last = i + 1 === all.length ? undefined : some.at(-1);
    const position = last ? { segment: page.segment, after: keyOf(last) } : (page.next ?? END_OF_SCAN);
    return { some, position };
  });
