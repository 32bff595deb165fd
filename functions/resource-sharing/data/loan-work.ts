import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Attention, RequesterState, SupplierState } from '../domain/workflow/states.ts';
import type { Side } from '../domain/workflow/triggers.ts';
import { type WorkCounts, type WorkGroup, workGroupOf } from '../domain/workflow/work-groups.ts';
import { indexPartition, listKey } from './keys.ts';
import { storedAsk, storedHead } from './loan-request-schemas.ts';

/** The state of an open request on one side. */
export type WorkStatus = { state: RequesterState | SupplierState; attention?: Attention | undefined };

const ofHead = storedHead.pick({ state: true, attention: true });
const ofAsk = storedAsk.pick({ supplierState: true, attention: true });

/** Reads the state of a request on a side from an item of that side's list: the head, or a supplier's ask. */
export const readWorkStatus = (side: Side, item: Record<string, unknown>): WorkStatus => {
  if (side === 'requester') return ofHead.parse(item);
  const { supplierState: state, attention } = ofAsk.parse(item);
  return { state, attention };
};

const partitionOf = (side: Side, memberId: string): string =>
  indexPartition(side === 'requester' ? 'loanRequest' : 'loanRequestAsk', 'gsi2', { list: listKey(side, memberId) });

/** The open requests of members. */
export type LoanWorkReader = {
  /** Counts a member's open requests on a side by group: reads its whole list, which holds open requests only. */
  count(side: Side, memberId: string): Promise<WorkCounts>;
};

const countWork = async (table: Table, side: Side, memberId: string): Promise<WorkCounts> => {
  const items = await table.queryAll({ index: 'gsi2', partition: partitionOf(side, memberId) });
  const counts = new Map<WorkGroup, number>();
  for (const item of items) {
    const { state, attention } = readWorkStatus(side, item);
    const group = workGroupOf(side, state, attention);
    if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
};

/** Reads open requests from the table. */
export const loanWorkReader = (table: Table): LoanWorkReader => ({
  count: (side, memberId) => countWork(table, side, memberId),
});
