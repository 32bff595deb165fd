import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of acquisitions in the single table: their keys and the access pattern of each key. */
export const keys = keysOf({
  fiscalYears: {
    pk: 'FISCAL-YEARS#{memberId}',
    sk: 'YEARS',
    personal: { staff: 'Who closed a year' },
    retention: { period: 'permanent: funds and orders belong to a year', ends: [] },
    question: 'Which fiscal years has this member? One item, so that no two years share a day',
  },
  fund: {
    pk: 'FUNDS#{memberId}#{year}',
    sk: '{code}',
    personal: 'none',
    retention: { period: 'permanent: orders and invoices name it', ends: [] },
    question: 'How much was a fund given in a year, what is promised and spent, and what do its limits still allow?',
  },
  fundEntry: {
    pk: 'FUND-JOURNAL#{memberId}#{year}',
    sk: '{entryId}',
    personal: { staff: 'Who moved the money' },
    retention: { period: 'permanent: the journal of the funds', ends: [] },
    question: 'Which movements of money between funds were made in a year, by time?',
  },
});

export const { key } = keys;
