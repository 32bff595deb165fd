import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { collectionInputSchema } from '../../domain/collection.ts';
import { collectionPath, digitalCollectionViewSchema, exampleCollection } from '../../schemas.ts';

/**
 * Adds or changes a collection of an e-book vendor: its feed, and the members whose patrons may borrow. The next harvest reads it anew; that of an
 * ended one withdraws its titles. The
 * consortium's administrators set shared ones, a member's its own. Audited; the secret is stored encrypted and never shown.
 */
export const contract = operation({
  id: 'digital-lending-set-collection',
  context: 'digital-lending',
  service: 'administration',
  method: 'PUT',
  path: '/v1/digital-lending/collections/{collectionId}',
  summary: 'Set a collection of an e-book vendor',
  permission: [
    { who: 'staff', roles: ['admin'], at: 'consortium' },
    { who: 'staff', roles: ['member-admin'], at: { member: 'body.collection.memberId' } },
  ],
  touches: { table: 'write', partners: 'keep' },
  params: collectionPath,
  body: z.strictObject({
    collection: collectionInputSchema,
    /** The version that was read; 0 for a new one. */
    version: z.int().min(0),
    secret: z.string().min(1).max(500).optional(),
  }),
  output: digitalCollectionViewSchema,
  owner: 'not-your-collection',
  namedOwner: { none: 'The names of members are public; a library names itself only.' },
  refusals: {
    'not-your-collection': {
      status: 403,
      meaning: 'The collection belongs to another library, or would lend to others’ patrons.',
    },
    'unknown-member': { status: 422, meaning: 'There is no such member.' },
    'address-refused': { status: 422, meaning: 'The address is not one of the public internet over TLS.' },
    'feed-in-use': {
      status: 409,
      meaning: 'Another collection has the same feed, so that its licences would count twice.',
    },
    'changed-meanwhile': { status: 409, meaning: 'Somebody changed the collection since it was read.' },
  },
  example: {
    params: { collectionId: 'palace' },
    body: {
      collection: {
        ...{ name: 'E-books', vendor: 'opds', address: 'https://palace.example.org/feed' },
        members: ['riverton', 'lakeshore'],
      },
      version: 0,
    },
    output: exampleCollection,
  },
  errorImpact: 'No collection of e-books can be added, paused or ended.',
});
