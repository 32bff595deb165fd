import type { DailySum } from '../metering/aggregate.ts';
import { monthsInTable, packedBytes } from './evidence-work.ts';
import { evidenceBytes, type Traffic } from './metering-work.ts';
import type { Workload } from './workload.ts';

/**
 * Bytes in the table of each permanent record, including indexes and billed overhead: measured by `npm run bench stored-bytes` with the
 * demo's loads (records of 700 bytes, half of them of works that others have too) and patrons as registered by a desk.
 */
const RECORD_BYTES = 2000;
const ITEM_BYTES = 1060;
const PATRON_BYTES = 2360;

/**
 * Stored bytes in the table: the catalogue, the patrons, and the evidence of the last weeks; and in files with the evidence of all past
 * months; `rare` are those in the cheap storage class.
 */
export type Stored = {
  records: number;
  items: number;
  patrons: number;
  evidence: number;
  packed: number;
  rare: number;
};

/** Returns the stored bytes of a workload in which every month equals these sums. */
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

/** Returns the total bytes in the table. */
export const allStored = ({ records, items, patrons, evidence }: Stored): number =>
  records + items + patrons + evidence;
