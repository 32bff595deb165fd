import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemClock } from '../../../layers/platform/runtime/clock.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { causedByAll } from '../../../layers/platform/runtime/meter.ts';
import { type Failed, failure } from '../data/failures.ts';
import { type HarvestNote, noteHarvest } from '../data/harvest-store.ts';
import type { Causes } from './find-dirty-records.ts';
import type { Made } from './rebuild-documents.ts';

/**
 * Notes the harvest data of records that were rebuilt for the index, for harvesters and SRU. Never throws: returns the records whose data
 * could not be noted, with the errors. `causes`: the member that caused each change; `leavesUnchanged`: see `noteHarvest`.
 */
export const recordHarvestChanges = async (
  table: Table,
  made: readonly Made[],
  { causes = new Map(), leavesUnchanged = false }: { causes?: Causes; leavesUnchanged?: boolean } = {},
): Promise<Failed[]> => {
  const failed: Failed[] = [];
  const fail = (recordId: string, error: unknown): void => {
    logError('note for harvesters', error, { recordId });
    failed.push(failure(recordId, error));
  };
  const notes: HarvestNote[] = [];
  for (const { write, note } of made) {
    try {
      notes.push(note());
    } catch (error) {
      fail(write.id, error);
    }
  }
  const bearers = notes.map(({ recordId }) => causes.get(recordId));
  try {
    if (notes.length > 0) await causedByAll(bearers, () => noteHarvest(table, notes, systemClock, { leavesUnchanged }));
  } catch (error) {
    for (const { recordId } of notes) fail(recordId, error);
  }
  return failed;
};
