import { isDeepStrictEqual } from 'node:util';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { ReliabilityStore } from '../functions/discovery/public/reliability-store.ts';
import { scanTableFrom } from '../layers/platform/dynamodb/scan-table.ts';
import type { Table } from '../layers/platform/dynamodb/table.ts';
import { type Clock, iso } from '../layers/platform/runtime/clock.ts';
import type { Runtime } from '../layers/platform/runtime/runtime.ts';
import { type Restore, restoreTable } from './restore-table.ts';

/** The table in use; `scan` reads the restored one. */
export type Compared = { inUse: Pick<Table, 'getMany'>; scan: Pick<Runtime, 'environment'> };

/** Compares each row of the restored table with the table in use. Returns how many were compared, and how many differ or are gone. */
export const compareRows = async ({ inUse, scan }: Compared): Promise<{ compared: number; changed: number }> => {
  const counts = { compared: 0, changed: 0 };
  for await (const { rows } of scanTableFrom(scan, undefined)) {
    const now = await inUse.getMany(rows.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })));
    counts.compared += rows.length;
    counts.changed += rows.filter((row, place) => !isDeepStrictEqual(row, now[place])).length;
  }
  return counts;
};

/** What a rehearsal needs: the two tables, the clock by which it is timed, and the store in which its result is recorded. */
export type Rehearsing = Compared & {
  clock: Clock;
  reliability: Pick<ReliabilityStore, 'record'>;
  /** The pause between two looks at the restore, in milliseconds. */
  pauseMs?: number;
};

/**
 * Rehearses a restore: restores the table to a moment as a new table, compares the two, and records the result in the table in use, where the page
 * on trust reads it. The table in use does not change otherwise. Returns the stream of the new table, and the result.
 */
export const rehearseRestore = async (client: DynamoDBClient, restore: Restore, about: Rehearsing) => {
  const began = about.clock.now();
  const stream = await restoreTable(client, restore, about.pauseMs);
  const seconds = Math.round((about.clock.now() - began) / 1000);
  const rehearsal = { at: iso(began), moment: restore.at.toISOString(), seconds, ...(await compareRows(about)) };
  await about.reliability.record(rehearsal);
  return { stream, rehearsal };
};
