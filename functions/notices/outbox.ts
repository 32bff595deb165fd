import { type RowChange, textOf } from '../../layers/platform/dynamodb/row-change.ts';
import type { Outbox } from '../../layers/platform/queues/outbox.ts';
import { readBill } from '../circulation/public/bill-codec.ts';
import { factsOfHold } from '../circulation/public/facts-of-hold.ts';
import { factsOfItem } from '../circulation/public/facts-of-item.ts';
import { holdChangeOf } from '../circulation/public/hold-change-of.ts';
import { itemChangeOf } from '../circulation/public/item-change-of.ts';
import { reportIn } from '../discovery/public/report-in.ts';
import { readLoanChange } from '../resource-sharing/public/loan-change.ts';
import { noticesOf, noticesOfBill, receiptsOfBill } from './domain/notices-of.ts';
import { noticesOfLoan } from './domain/notices-of-loan.ts';
import { noticesOfSearches } from './domain/notices-of-searches.ts';

const ofBill = ({ before, after }: RowChange) => {
  const bill = readBill(after);
  return [
    ...noticesOfBill(before, bill, after?.quiet === true),
    ...receiptsOfBill(before === undefined ? undefined : readBill(before), bill),
  ];
};

const ofSearches = ({ before, after }: RowChange) =>
  noticesOfSearches({
    // The patron is in the key alone, which a merge of patrons writes anew.
    patronId: String(after?.pk).slice('PATRON#'.length),
    cause: textOf(after, 'member') ?? '',
    before: reportIn(before),
    after: reportIn(after),
  });

/** Derives notices from changes of items, holds, bills, interlibrary requests and saved searches. */
export const outbox: Outbox = {
  rules: [
    { entity: 'item', queue: 'notices', messages: (change) => noticesOf(factsOfItem(itemChangeOf(change))) },
    { entity: 'hold', queue: 'notices', messages: (change) => noticesOf(factsOfHold(holdChangeOf(change))) },
    { entity: 'patronBill', queue: 'notices', messages: ofBill },
    { entity: 'savedSearches', queue: 'notices', messages: ofSearches },
    { entity: 'loanRequest', queue: 'notices', messages: (change) => noticesOfLoan(readLoanChange(change)) },
  ],
  causes: { savedSearches: ({ after }) => textOf(after, 'member') },
};
