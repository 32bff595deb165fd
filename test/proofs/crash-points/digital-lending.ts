import { handler as setCollection } from '../../../functions/digital-lending/operations/set-collection/handler.ts';
import { handler as signOut } from '../../../functions/digital-lending/operations/sign-out/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { consortiumStaff, patron } from '../../builders/people.ts';
import type { Scenarios } from './scenario.ts';

const collection = {
  ...{ name: 'E-books', vendor: 'opds', address: 'https://palace.example.org/feed' },
  members: ['fern'],
};
const atVendor =
  'The vendor is outside: repeated, it answers the same loan (test/stores/digital-lending/e-books.test.ts).';

/** Requests about e-books of vendors. */
export const digitalLendingScenarios: Record<string, Scenarios> = {
  'digital-lending-set-collection': [
    {
      what: 'a new one',
      handler: setCollection,
      prepare: async (table) => {
        const fern = { memberId: 'fern', name: 'Fern', type: 'public', fiscalYearStartsIn: 1 } as const;
        await memberStore(table).create({ ...fern, lendsOnRequest: false }, '2026-01-01T00:00:00.000Z');
        return {
          ...{ actor: consortiumStaff('admin'), path: { collectionId: 'palace' } },
          body: { collection, version: 0 },
        };
      },
    },
  ],
  'digital-lending-sign-out': [
    {
      what: 'of a patron who was not signed in',
      handler: signOut,
      prepare: async () => ({ actor: patron('pat_nobody', 'cedar'), path: { collectionId: 'palace' } }),
    },
  ],
  'digital-lending-sign-in': atVendor,
  'digital-lending-borrow': atVendor,
  'digital-lending-give-back': atVendor,
  'digital-lending-harvest-collections': 'The feed is outside; a page is repeated, its titles last: the same test.',
};
