import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { bookedIntoOpen } from '../../../layers/records/ledger/data/booking.ts';
import { accountWrites } from './account-store.ts';

/** An open invoice for dues that was issued before Concord: its own number, minor units, when it was issued and is due. */
export type CarriedInvoice = {
  memberId: string;
  reference: string;
  amount: number;
  currency: string;
  issuedAt: string;
  dueOn: string;
};

/** Carries an open invoice over from an earlier system, once: its ledger entry in a month that is not closed, and the line of the member's account. */
export const carryInvoice = async (
  table: Table,
  { memberId, reference, amount, currency, issuedAt: at, dueOn }: CarriedInvoice,
): Promise<void> => {
  const entryId = `carried-${memberId}-${reference}`;
  const posting = { entryId, causeId: entryId, at, member: memberId, amount, currency, memo: 'carried-over' };
  await table.write([
    ...bookedIntoOpen({ ...posting, kind: 'dues-billed' }),
    ...accountWrites(memberId, { at, entryId, kind: 'invoice', amount, currency, reference, dueOn, dues: amount }),
  ]);
};
