import type { Audience } from '../../functions/catalogue/domain/visibility/visibility.ts';
import { hidePart } from '../../functions/catalogue/use-cases/hide-part.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import { systemIds } from '../../layers/platform/runtime/ids.ts';

const at = '2026-03-01T09:00:00.000Z';

/** Hides a record, or its copies at a branch, from the given audiences only. Throws when there is no such record. */
export const hide = async (table: Table, sourceId: string, from: Audience[], branchId?: string): Promise<void> => {
  const actId = systemIds.next('change', Date.parse(at));
  const note = () => ({ actId, at, by: 'staff:stf_1', reason: 'Not for everybody.' });
  const done = await hidePart(table, { note, sourceId, from, ...(branchId !== undefined && { branchId }) });
  if (done !== 'hidden') throw new Error(`${sourceId} was not hidden: ${done}.`);
};
