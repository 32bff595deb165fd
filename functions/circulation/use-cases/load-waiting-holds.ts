import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { unionsOf } from '../data/union-queues.ts';
import { couldServeOthers, type Leaving, lendingScan, type WaitingHolds } from '../domain/loans/others-wait.ts';

/**
 * Reads the holds that could use a copy before it leaves its shelf, as a checkout does; none where it could serve no other. A hold that is
 * placed after this read counts as placed after the copy left (ADR 91).
 */
export const waitingHoldsIn =
  (table: Table) =>
  async (leaving: Leaving): Promise<WaitingHolds> =>
    couldServeOthers(leaving) ? unionsOf(table).candidates(lendingScan(leaving), { strong: false }) : {};
