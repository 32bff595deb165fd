import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { collectionReaders, digitalCollectionViewSchema, exampleCollection } from '../../schemas.ts';

const count = z.number().int().min(0);

/**
 * Returns the collections of e-book vendors that lend to the caller’s members, with their harvests, and the loans of the last twelve months
 * by these members, without patrons. Administrators of the consortium read all.
 */
export const contract = operation({
  id: 'digital-lending-list-collections',
  context: 'digital-lending',
  service: 'administration',
  method: 'GET',
  path: '/v1/digital-lending/collections',
  summary: 'List the collections of e-book vendors',
  permission: [{ who: 'staff', roles: collectionReaders, at: 'own-member' }],
  touches: { table: 'read' },
  output: z.strictObject({
    collections: z.array(digitalCollectionViewSchema),
    uses: z.array(
      z.strictObject({
        ...{ memberId: z.string(), month: z.string(), collectionId: z.string() },
        ...{ loans: count, holds: count, returns: count },
      }),
    ),
  }),
  refusals: {},
  example: {
    output: {
      collections: [exampleCollection],
      uses: [{ memberId: 'riverton', month: '2026-11', collectionId: 'palace', loans: 31, holds: 4, returns: 12 }],
    },
  },
  errorImpact: 'Staff do not see whether the feeds of e-books are harvested.',
});
