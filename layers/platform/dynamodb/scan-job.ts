import { chunks } from '../../kernel/collections/chunks.ts';
import type { Key } from './keys.ts';
import type { ScanPage, ScanPosition } from './scan-table.ts';

/**
 * The working time of one run of a job that scans the table; the next run continues. Shorter than the time limit by far more than one
 * page takes.
 */
export const RUN_TIME_MS = 12 * 60_000;

/** The lease of a run: no other run takes over its work before this time; after it, the run counts as interrupted. */
export const LEASE_MS = 16 * 60_000;

/** The end position of a scan; the segment after the last one has no rows. */
export const END_OF_SCAN: ScanPosition = { segment: Number.MAX_SAFE_INTEGER };

/**
 * Splits what a job found on a page into batches that fit one write, each with the position where the scan continues; `keyOf` returns
 * the row that an entry was read from. Returns no batch for a page without findings.
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
