/** The books of the consortium of some months: revenue, costs, receivables and own entries that agree with each other. */
export const fixtureBooks = (query: URLSearchParams) => {
  const to = query.get('to') ?? '2026-11';
  if (to < '2026-01') return { from: to, to, asOf: `${to}-28`, books: [] };
  const asset = { type: 'asset', opening: 0 };
  return {
    ...{ from: to, to, asOf: `${to}-28` },
    books: [
      {
        currency: 'USD',
        accounts: [
          { ...asset, account: 'bank', code: '1000', debit: 250_000, credit: 90_000, closing: 160_000 },
          { ...asset, account: 'receivables', code: '1200', debit: 345_678, credit: 100_000, closing: 245_678 },
          {
            account: 'suppliers',
            code: '2000',
            type: 'liability',
            opening: 0,
            debit: 90_000,
            credit: 96_126,
            closing: -6126,
          },
          {
            account: 'revenue-dues',
            code: '4000',
            type: 'revenue',
            opening: 0,
            debit: 0,
            credit: 300_000,
            closing: -300_000,
          },
          {
            ...{ account: 'revenue-platform', code: '4100', type: 'revenue', opening: 0, debit: 0, credit: 45_678 },
            closing: -45_678,
          },
          {
            ...{ account: 'revenue-grants', code: '4200', type: 'revenue', opening: 0, debit: 0, credit: 150_000 },
            closing: -150_000,
          },
          { account: 'cost-cloud', code: '5000', type: 'cost', opening: 0, debit: 6126, credit: 0, closing: 6126 },
          {
            account: 'cost-courier',
            code: '5300',
            type: 'cost',
            opening: 0,
            debit: 90_000,
            credit: 0,
            closing: 90_000,
          },
        ],
        ...{ revenue: 495_678, cost: 96_126, result: 399_552 },
        receivables: [
          {
            ...{ memberId: 'ashgrove', notDue: 0, upTo30: 45_678, upTo60: 0, upTo90: 100_000, over90: 0, inCredit: 0 },
            total: 145_678,
            reminders: { level: 2, lastOn: `${to}-10`, nextOn: '2026-12-08' },
          },
          {
            ...{ memberId: 'riverton', notDue: 100_000, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0, inCredit: 0 },
            total: 100_000,
          },
        ],
        budget: [
          {
            ...{ account: 'cost-cloud', booked: 6126, budget: 8000, left: 1874 },
            lines: [{ year: 2026, title: 'Cloud', amount: 8000 }],
          },
          {
            ...{ account: 'cost-courier', booked: 90_000, budget: 75_000, left: -15_000 },
            lines: [
              { year: 2026, title: 'Courier of the county', amount: 50_000 },
              { year: 2026, title: 'Courier to the islands', amount: 25_000, grantor: 'State Library' },
            ],
          },
        ],
        own: [
          {
            ...{ entryId: 'ent_1', at: `${to}-05T10:00:00.000Z`, kind: 'cost-booked', memo: 'courier', amount: 90_000 },
            reference: 'Valley Couriers 2026-117',
          },
          {
            ...{
              entryId: 'ent_2',
              at: `${to}-09T10:00:00.000Z`,
              kind: 'supplier-paid',
              memo: 'payment',
              amount: 90_000,
            },
            reference: 'SEPA 2026/4711',
          },
          {
            ...{
              entryId: 'ent_3',
              at: `${to}-12T10:00:00.000Z`,
              kind: 'grant-received',
              memo: 'grant',
              amount: 150_000,
            },
            reference: 'State Library 26-88',
          },
          {
            ...{ entryId: `cloud-cost-${to}`, at: `${to}-28T23:59:59.999Z`, kind: 'cloud-cost-booked', amount: 6126 },
            memo: 'cloud-bill',
          },
        ],
      },
    ],
  };
};
