import { exampleProposal as exampleVote } from '../../functions/governance/schemas/voting.ts';

const item = (number: number, title: string, callNumber: string, more: object = {}) => ({
  ...{ itemId: `itm_today${number}`, barcode: `3123400000${4127 + number * 61}`, recordId: `rec_${number}` },
  ...{ title, callNumber, location: 'Adult fiction', ...more },
});
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

const desk = {
  fetch: {
    ...{ count: 12, more: true },
    entries: [
      item(1, 'The fifth season', 'FIC JEM', { to: 'lakeshore.main' }),
      item(2, 'Moby-Dick', 'FIC MEL', { to: 'riverton.eastside' }),
      item(3, 'Beloved', 'FIC MOR', { to: 'harcourt.main' }),
      item(4, 'Thinking, fast and slow', '153.42 KAH', { to: 'lakeshore.main', location: 'Adult non-fiction' }),
    ],
  },
  clear: {
    count: 2,
    entries: [
      item(5, 'Dune', 'FIC HER', { until: inDays(-2), location: 'Hold shelf' }),
      item(6, 'Educated', '921 WES', { location: 'Hold shelf' }),
    ],
  },
  coming: {
    ...{ count: 2, late: 1 },
    entries: [
      item(7, 'The structure of scientific revolutions', '501 KUH', {
        from: 'harcourt.main',
        since: inDays(-18),
        late: true,
      }),
      item(8, 'A wizard of Earthsea', 'FIC LEG', { from: 'lakeshore.main', since: inDays(-1) }),
    ],
  },
  missing: { count: 1, entries: [item(9, 'Gilead', 'FIC ROB', { since: inDays(-5), reason: 'not-found' })] },
  devices: {
    count: 1,
    entries: [
      {
        ...{ transactionId: 'sip2-1', state: 'refused', kind: 'check-out' },
        ...{ item: '31234000009876', since: inDays(-1) },
      },
    ],
  },
  signUps: {
    count: 2,
    entries: [
      { patronId: 'pat_1', name: 'Moreau, Inès', until: '2027-01-31' },
      { patronId: 'pat_2', until: '2027-02-01' },
    ],
  },
  loans: {
    counts: { answer: 1, arrived: 1 },
    requests: [
      {
        requestId: 'req_1',
        side: 'supplier',
        list: 'answer',
        title: 'On rivers and their lakes',
        other: 'harcourt',
        by: inDays(1),
      },
      { requestId: 'req_2', side: 'requester', list: 'arrived', title: 'The glass orchard', by: inDays(20) },
    ],
  },
  fastAdded: {
    count: 1,
    entries: [{ id: 'riverton:fast-1', title: 'The harbour at night', since: inDays(-1) }],
  },
  recordPairs: { count: 1, entries: [{ id: 'lakeshore:77', otherId: 'riverton:b1000', score: 0.52 }] },
  batches: { count: 1, entries: [{ id: 'ibt_1', kind: 'items', since: inDays(-2) }] },
  refusedLoads: {
    ...{ count: 1, entries: [{ id: 'imp_1', title: 'new-books.mrc', refused: 12, since: inDays(-1) }] },
  },
  lateClasses: { count: 1, entries: [{ classId: '5b', loans: 3 }] },
  classes: { count: 2, entries: [{ classId: '7a' }, { classId: '7b' }] },
  terms: [{ name: 'Fall 2026', endsOn: inDays(17).slice(0, 10) }],
  duplicates: {
    count: 1,
    entries: [{ patronId: 'pat_3', otherId: 'pat_4', since: inDays(-3), name: 'Nguyễn, Minh Anh' }],
  },
  ownFinance: {
    statement: {
      month: '2026-09',
      total: { amount: 41_206, currency: 'USD' },
      due: { amount: 41_206, currency: 'USD' },
    },
    disputes: { count: 0, entries: [] },
    online: {
      count: 2,
      entries: [
        ...[{ kind: 'dispute', matterId: 'dp_1', month: '2026-10', amount: { amount: 350, currency: 'USD' } }],
        ...[{ kind: 'payout', matterId: 'po_1', month: '2026-11', amount: { amount: 31_000, currency: 'USD' } }],
      ].map((one) => ({ ...one, since: inDays(-3) })),
    },
  },
};
const finance = {
  periods: [
    { month: '2026-10', state: 'reconciled' },
    { month: '2026-11', state: 'open' },
  ],
  disputes: {
    count: 1,
    entries: [{ memberId: 'harcourt', month: '2026-09', lineId: 'direct-own-search', since: inDays(-4) }],
  },
};
const proposals = {
  count: 1,
  entries: [
    {
      ...{ proposalId: 'prp_1', memberId: 'riverton', reason: 'Children read longer in summer', isAdopted: false },
      ...{ kind: 'loan-rules', since: inDays(-1) },
    },
  ],
  asking: ['oakwood'],
  votes: [{ proposalId: exampleVote.proposalId, title: exampleVote.title, memberId: 'riverton', closesAt: inDays(5) }],
};
const webhooks = {
  ...{ count: 1, owner: 'consortium' },
  entries: [{ webhookId: 'whk_1', name: 'Discovery layer', since: inDays(-2) }],
};
const policies = [{ kind: 'loan-rules', version: 15, from: inDays(42) }];

/** The answer that counts whole lists. */
const wholeDesk = { ...desk, fetch: { count: 16, entries: desk.fetch.entries } };

/** What waits today for the person of a token; `counts`: with whole lists. */
export const fixtureToday = (token: string, counts: string | null) => {
  if (token === 'staff' || token === 'solo') return counts === 'all' ? wholeDesk : desk;
  if (token === 'admin') return { finance, policies, proposals, webhooks };
  return token === 'buyer' ? {} : { finance };
};
