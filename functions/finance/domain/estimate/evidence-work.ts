import type { DailySum } from '../metering/aggregate.ts';
import { IN_TABLE_DAYS, ROWS_A_FILE } from '../metering/evidence-pack.ts';
import { packingOperation } from '../metering/own-lines.ts';
import { evidenceBytes, evidenceRows, type Traffic } from './metering-work.ts';
import { usedSum } from './work-sum.ts';

/**
 * Compressed bytes of an HTTP request and of a background run in a packed file: mostly ids, the gateway's shorter than the Lambda's.
 * `functions/finance/data/evidence-rows.test.ts` verifies them against rows with random ids.
 */
export const PACKED_HTTP_ROW_BYTES = 23;
export const PACKED_WORK_ROW_BYTES = 32;

/** DynamoDB deletes expired items within a few days, not immediately. */
const REMOVED_AFTER_DAYS = 2;
const MONTH_DAYS = 30;
const DAY_SECONDS = 86_400;

/** The packing job: twice a day with this memory, and this time per megabyte that it reads, sorts and compresses (assumed). */
const RUNS_A_DAY = 2;
const MEMORY_MB = 3008;
const MEGABYTE_MS = 100;
/** A read unit of an eventually consistent page. */
const READ_BYTES = 8192;

/** Returns the months of evidence in the table after a number of months in service: at most its retention there. */
export const monthsInTable = (monthsInService: number): number =>
  Math.min(monthsInService, (IN_TABLE_DAYS + REMOVED_AFTER_DAYS) / MONTH_DAYS);

/** The size from which a file goes into the class of rarely read files (layers/platform/objects/object-store.ts). */
const RARE_FROM = 128 * 1024;

/** Returns the bytes of files for a month's requests; `rare` are those of files in the class of rarely read files. */
export const packedBytes = (sums: readonly DailySum[], traffic: Traffic): { all: number; rare: number } => {
  const days = traffic.seconds / DAY_SECONDS;
  const bytes = { all: 0, rare: 0 };
  for (const own of Map.groupBy(sums, ({ operation }) => operation).values()) {
    const isHttp = own.some(({ counts }) => counts.httpUnits > 0);
    const rowBytes = isHttp ? PACKED_HTTP_ROW_BYTES : PACKED_WORK_ROW_BYTES;
    const rows = evidenceRows(own, traffic) / days;
    // Full files first; the last of a day contains the rest.
    const left = (rows % ROWS_A_FILE) * rowBytes;
    bytes.all += rows * rowBytes * days;
    bytes.rare += (rows * rowBytes - (left < RARE_FROM ? left : 0)) * days;
  }
  return bytes;
};

/** Returns the work of packing in a month: it reads a month's evidence once, and writes a file for each operation and day. */
export const packingWork = (sums: readonly DailySum[], day: string, traffic: Traffic): DailySum[] => {
  const bytes = evidenceBytes(sums, traffic);
  if (bytes === 0) return [];
  const days = traffic.seconds / DAY_SECONDS;
  const operations = new Set(sums.map(({ operation }) => operation)).size;
  const runs = Math.round(RUNS_A_DAY * days);
  const used: Partial<DailySum['counts']> = {
    invocations: runs,
    readUnits: Math.ceil(bytes / READ_BYTES),
    writeUnits: Math.round(operations * days),
    objectPuts: Math.round(operations * days),
    megabyteMs: Math.round((MEMORY_MB * MEGABYTE_MS * bytes) / 1024 ** 2),
  };
  const named = { day, member: 'consortium', operation: packingOperation, service: 'administration' as const };
  return [usedSum({ ...named, events: runs }, used)];
};
