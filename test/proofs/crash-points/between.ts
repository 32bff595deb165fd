import type { SQSRecord } from 'aws-lambda';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as followItem } from '../../../functions/resource-sharing/consumers/follow-item/handler.ts';
import { handler as receiveRequest } from '../../../functions/resource-sharing/operations/receive-request/handler.ts';
import { handler as sendHome } from '../../../functions/resource-sharing/operations/send-home-request/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { aBorrower, aCopy, at } from '../../builders/lending.ts';
import { outsideLoans } from '../../builders/outside-loans.ts';
import { staffAt } from '../../builders/people.ts';
import { asked, atHome, DESK, desk, MADE } from './world.ts';

/** Requests with a library outside on one side, or between two members, for the scenarios. */
export const outside = outsideLoans(() => MADE);
const ill = staffAt(DESK, 'ill');
/** Minutes after the records were made, so that no scan is too soon after another. */
const after = (minutes: number): string => new Date(Date.parse(MADE) + minutes * 60_000).toISOString();
const scan = (actor: typeof desk, branchId: string, item: string, minutes: number) =>
  asked(checkIn, { actor, body: { branchId, item } }, after(minutes));

/** A copy of ash that a patron of cedar requests between libraries, without a promise. */
export const anAskedCopy = async (table: Table) => {
  const [copy, patron] = [await aCopy(table), await aBorrower(table)];
  const { requestId } = await outside.between(patron.patronId, copy);
  return { copy, patron, requestId };
};

/** The same, lent to the patron at cedar's desk by scans only: its request is still in the state shipped. */
export const aCopyAhead = async (table: Table) => {
  const { copy, patron, requestId } = await anAskedCopy(table);
  await scan(atHome, 'ash.main', copy.barcode, 0);
  await scan(desk, DESK, copy.barcode, 15);
  const body = { branchId: DESK, item: copy.barcode, patron: patron.card };
  await asked(checkOut, { actor: desk, body }, after(30));
  return { copy, patron, requestId, event: { requestId, itemId: copy.itemId, cause: 'cedar' } };
};

/** Makes the request take the steps of its copy. */
export const follow = async (event: { requestId: string; itemId: string; cause: string }): Promise<void> => {
  const Records = [{ messageId: 'm0', body: JSON.stringify(event) } as SQSRecord];
  await followItem.using(at(after(45)))({ Records }, { awsRequestId: 'lambda-1' });
};

/** An item of a library outside that was lent, incurred no fine and was sent back; its lender has it, its rows still exist. */
export const aWithdrawnItem = async (table: Table) => {
  const patron = await aBorrower(table);
  const requestId = await outside.wanted(patron.patronId);
  await outside.ask(requestId);
  await outside.says(requestId, 'Loaned', { due: '2026-04-01T21:59:59.000Z' });
  const item = '29900000000017';
  const path = { requestId };
  await asked(receiveRequest, { actor: ill, path, body: { branchId: DESK, barcode: item } });
  await asked(sendHome, { actor: ill, path, body: { branchId: DESK } });
  await outside.says(requestId, 'LoanCompleted');
  const { itemId = '' } = (await outside.load(requestId)) ?? {};
  return { requestId, itemId, cause: 'cedar' };
};
