import type { PatronData } from '../../patrons/public/patron-data.ts';
import { billStore } from '../data/bill-store.ts';
import { holdStore } from '../data/hold-store.ts';
import { completePatronMerge, moveHold, moveLoan } from '../use-cases/follow-patron-merge.ts';
import { returnedCirculation } from '../use-cases/return-merged.ts';

/** Loans, holds, bills and past loans, when a patron is erased or merged. */
export const patronData: PatronData = {
  openMatters: async (table, patronId) => {
    const [holds, bills] = await Promise.all([holdStore(table).ofPatron(patronId), billStore(table).open(patronId)]);
    return { holds, bills };
  },
  erasure: { hold: 'delete', loanStatistic: 'closed', deviceTransaction: 'drop-patron' },
  indexedRows: { item: moveLoan, hold: moveHold },
  returnedRows: returnedCirculation,
  completeMerge: completePatronMerge,
};
