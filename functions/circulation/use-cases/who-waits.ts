import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { unionsOf } from '../data/union-queues.ts';
import { couldServeOthers, type Leaving, lendingScan, type WhoWaits } from '../domain/loans/others-wait.ts';

/**
 * Reads the holds that could use a copy before it leaves its shelf, as a checkout does; none where it could serve no other. A hold that is
 * placed after this read counts as placed after the copy left (ADR 91).
 */
export const whoWaitsIn =
  (table: Table) =>
  async (leaving: Leaving): Promise<WhoWaits> =>
    couldServeOthers(leaving) ? unionsOf(table).candidates(lendingScan(leaving), { strong: false }) : {};
