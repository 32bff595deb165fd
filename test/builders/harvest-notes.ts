import { type HarvestNote, noteHarvest } from '../../functions/catalogue/data/harvest-store.ts';
import { stampOf } from '../../functions/catalogue/domain/harvest/datestamps.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';

export type { HarvestNote };

/** Notes states of records for harvesters, as the indexer does; `now` sets the clock. */
export const noteForHarvest = (table: Table, notes: Parameters<typeof noteHarvest>[1], now?: () => number) =>
  noteHarvest(table, notes, ...(now ? [{ now }] : []));

/** Returns the datestamp of a time (epoch ms) in the list of harvesters. */
export const datestampOf = (at: number) => stampOf(at);

/** Notes states as a rebuild of everything does, which leaves equal data as they are. */
export const noteOfRebuild = (table: Table, notes: readonly HarvestNote[]) =>
  noteHarvest(table, notes, undefined, { leavesUnchanged: true });
