import { handler as chargeFee } from '../../../functions/circulation/operations/charge-fee/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { targetHolds } from '../../../functions/circulation/use-cases/target-holds.ts';
import type { Hold } from '../../../functions/items/domain/hold.ts';
import type { ItemCirculation } from '../../../functions/items/domain/item-circulation.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { type Call, call } from '../../builders/call.ts';
import { aBorrower, aCopy, at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';

/** The instant at which a scenario's records are made, a Monday noon in Berlin; the scenario runs an hour later by default. */
export const MADE = '2026-03-02T11:00:00.000Z';
/** A day on which loans of that Monday are overdue. */
export const LATE = '2026-04-13T11:00:00.000Z';
/** The desks of these scenarios; the copies' home is ash.main, the patrons' cedar. */
export const DESK = 'cedar.main';

export const desk: Actor = staffAt(DESK, 'desk', 'desk-supervisor', 'member-admin');
export const atHome: Actor = staffAt('ash.main', 'desk', 'desk-supervisor');

/** Calls an operation that must succeed. Returns its answer's body. */
export const asked = async (
  handler: OperationHandler,
  request: Call,
  when = MADE,
): Promise<Record<string, unknown>> => {
  const { status, body } = await call(handler.using(at(when)), request);
  if (status >= 300) throw new Error(`${handler.contract.id} answered ${status}: ${JSON.stringify(body)}`);
  return body as Record<string, unknown>;
};

type Borrower = Awaited<ReturnType<typeof aBorrower>>;

/** A copy lent at cedar's desk. */
export const aLoan = async (table: Table): Promise<{ copy: ItemCirculation; patron: Borrower }> => {
  const [copy, patron] = [await aCopy(table), await aBorrower(table)];
  await asked(checkOut, { actor: desk, body: { branchId: DESK, item: copy.barcode, patron: patron.card } });
  return { copy, patron };
};

/** A hold of a patron on the record of a copy, with its path. */
export const aHoldOn = async (table: Table, { recordId }: Pick<ItemCirculation, 'recordId'>) => {
  const patron = await aBorrower(table);
  const body = { recordId, pickupBranch: DESK, wait: true };
  const { hold } = (await asked(placeHold, { actor: patron.actor, body })) as { hold: Hold };
  return { patron, hold, path: { recordId: recordId ?? '', holdId: hold.holdId } };
};

/** A hold for which a copy on its shelf is paged. */
export const aPagedHold = async (table: Table) => {
  const copy = await aCopy(table);
  const placed = await aHoldOn(table, copy);
  await targetHolds(table, copy.recordId ?? '', Date.parse(MADE));
  return { copy, ...placed };
};

/** A bill of a patron at cedar's desk, in minor units. */
export const aBill = async (table: Table, amount = 700) => {
  const patron = await aBorrower(table);
  const body = { branchId: DESK, patron: patron.card, fee: 'damaged-item', amount };
  const { bill } = (await asked(chargeFee, { actor: desk, body })) as { bill: { billId: string } };
  return { patron, billId: bill.billId };
};
