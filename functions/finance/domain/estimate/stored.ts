import type { DailySum } from '../metering/aggregate.ts';
import { monthsInTable, packedBytes } from './evidence-work.ts';
import { evidenceBytes, type Traffic } from './metering-work.ts';
import type { Workload } from './workload.ts';

/**
 * Bytes in the table of each thing that stays, indexes and what an item is billed for besides included: measured by
 * `npm run bench stored-bytes` with the demo's loads (records of 700 bytes, half of them of works that others have too)
 * and patrons as a desk registers them.
 */
const RECORD_BYTES = 2000;
const ITEM_BYTES = 1060;
const PATRON_BYTES = 2360;

/**
 * Bytes that stand in the table: the catalogue, the patrons, and the evidence of the last weeks; and those of files into which
 * the evidence of all months gone by is packed; `rare` are those of them that are kept where what is hardly ever read is cheap.
 */
export type Stored = {
  records: number;
  items: number;
  patrons: number;
  evidence: number;
  packed: number;
  rare: number;
};

/** What stands in the table for a wish whose months are all like these sums. */
export const storedBytes = (workload: Workload, sums: readonly DailySum[], traffic: Traffic): Stored => {
  const packed = packedBytes(sums, traffic);
  return {
    records: workload.records * RECORD_BYTES,
    items: workload.items * ITEM_BYTES,
    patrons: workload.patrons * PATRON_BYTES,
    evidence: evidenceBytes(sums, traffic) * monthsInTable(workload.monthsInService),
    packed: packed.all * workload.monthsInService,
    rare: packed.rare * workload.monthsInService,
  };
};

/** All that stands in the table. */
export const allStored = ({ records, items, patrons, evidence }: Stored): number =>
  records + items + patrons + evidence;
