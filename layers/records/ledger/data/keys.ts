import { keysOf } from '../../../platform/dynamodb/keys.ts';

/** The entities of the ledger in the single table: their keys and the access pattern of each key. */
export const keys = keysOf({
  ledgerEntry: {
    pk: 'LEDGER#{period}#{shard}',
    sk: '{at}#{entryId}',
    gsi2: { pk: 'LEDGER-OWING#{memberId}#{period}', sk: '{at}#{entryId}' },
    gsi4: { pk: 'LEDGER-OWED#{memberId}#{period}', sk: '{at}#{entryId}' },
    personal: 'none',
    retention: { period: 'permanent: ledger, without the patron', ends: [] },
    question:
      'Which entries were posted in this month? gsi2: what a member owes other libraries for loans and copies (sparse); gsi4: what it is owed, and all entries of the consortium’s own books (sparse)',
  },
  ledgerClaim: {
    pk: 'LEDGER-ENTRY#{entryId}',
    sk: 'CLAIM',
    personal: 'none',
    retention: { period: 'permanent: ledger', ends: [] },
    question: 'Was this charge between libraries booked, and when? Claimed once, whenever it is retried',
  },
  period: {
    pk: 'PERIODS',
    sk: 'MONTH#{month}',
    personal: { staff: 'Who took each step of a month' },
    retention: { period: 'permanent: ledger', ends: [] },
    question: 'What is the state of this period, who took which step, with which figures?',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
