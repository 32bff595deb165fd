import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Attention, RequesterState, SupplierState } from '../domain/workflow/states.ts';
import type { Side } from '../domain/workflow/triggers.ts';
import { type WorkGroup, workGroupOf } from '../domain/workflow/work-groups.ts';
import { indexPartition, listKey } from './keys.ts';
import { storedAsk, storedHead } from './loan-request-schemas.ts';

/** Where an open request stands at one side. */
export type WorkStatus = { state: RequesterState | SupplierState; attention?: Attention | undefined };

const ofHead = storedHead.pick({ state: true, attention: true });
const ofAsk = storedAsk.pick({ supplierState: true, attention: true });

/** Where a request stands at a side, out of an item of that side’s list: the request’s head, or a supplier’s ask. */
export const readPatronStatus = (side: Side, item: Record<string, unknown>): WorkStatus => {
  if (side === 'requester') return ofHead.parse(item);
  const { supplierState: state, attention } = ofAsk.parse(item);
  return { state, attention };
};

/** How many open requests of a member are in each group, at one side; groups without any are left out. */
export type WorkCounts = { [G in WorkGroup]?: number };

const partitionOf = (side: Side, memberId: string): string =>
  indexPartition(side === 'requester' ? 'loanRequest' : 'loanRequestAsk', 'gsi2', { list: listKey(side, memberId) });

/** Counts a member’s open requests at a side by group: its list is read whole, which holds what is open and no more. */
export const countWork = async (table: Table, side: Side, memberId: string): Promise<WorkCounts> => {
  const items = await table.queryAll({ index: 'gsi2', partition: partitionOf(side, memberId) });
  const counts = new Map<WorkGroup, number>();
  for (const item of items) {
    const { state, attention } = readPatronStatus(side, item);
    const group = workGroupOf(side, state, attention);
    if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
};
