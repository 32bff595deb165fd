import { bookWithChanges } from '../../functions/finance/domain/pricing/book-in-force.ts';
import { bookInForce, priceBooks } from '../../functions/finance/domain/pricing/books.ts';
import { priceBookView } from '../../functions/finance/schemas/price-books.ts';
import { exampleProposal } from '../../functions/finance/schemas/price-proposals.ts';

const adoptedBy = 'staff:stf_01kaw5v7n0000000000000001z';
const on = '2026-11-26';
const preparer = 'staff:stf_01kaw5v7n0000000000000003z';
const names = { [adoptedBy]: 'Vera Lind', [preparer]: 'Noor Haddad' };

/** The shipped book with one change: e-mail, by a decision of the board. */
export const fixtureBook = () => {
  const shipped = bookInForce(priceBooks, 'us-east-1', on);
  if (!shipped) throw new Error('No book is shipped.');
  const change = {
    ...{ kind: 'price-book' as const, version: 1, effectiveFrom: '2026-10-01T00:00:00.000Z' },
    ...{ decisionReference: 'Board 2026-09-21, item 5', adoptedBy },
    body: {
      ...{ region: shipped.region, currency: shipped.currency, decidedOn: '2026-09-21' },
      ...{ source: 'AWS Price List, 2026-09-20', reason: 'AWS made e-mail cheaper' },
      prices: { 'email-sent': { per: 1000, tiers: [{ price: '0.09' }] } },
    },
  };
  return priceBookView(bookWithChanges(shipped, [change], `${on}T00:00:00.000Z`), names);
};

const prepared = { at: '2026-11-24T10:00:00.000Z', by: preparer };

/** A proposal that waits for an approver. */
export const fixtureProposal = { proposal: { ...exampleProposal, prepared }, names };

/** The same proposal, renewed. */
export const fixtureProposed = (body: Record<string, unknown>) => ({
  ...{ ...fixtureProposal.proposal, ...body, prepared: { ...prepared, at: '2026-11-26T10:00:00.000Z' } },
});

/** The same, adopted. */
export const fixtureAdopted = {
  ...{ ...fixtureProposal.proposal, state: 'adopted' },
  approved: { at: '2026-11-26T10:00:00.000Z', by: adoptedBy },
};

/** The sharing keys: by size, the search domain by searches, the table's storage by writes. */
export const fixtureSharing = {
  policies: [
    {
      ...{ kind: 'cost-sharing', version: 1, effectiveFrom: '2026-01-01T00:00:00.000Z', adoptedBy },
      decisionReference: 'Board 2025-11-20, item 2',
      body: {
        ...{ key: 'size', sizes: { riverton: 3, lakeshore: 2, calder: 1 } },
        lines: {
          'search-domain': { key: 'use', of: 'searches' },
          'table-storage': { key: 'use', of: 'bytes-written' },
          alarms: { key: 'equal' },
        },
      },
    },
  ],
};
