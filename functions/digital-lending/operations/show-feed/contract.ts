import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { mediaTypes } from '../../../../layers/protocols/opds/relations.ts';
import { titleNameSchema, vendorRefusals } from '../../schemas.ts';

/**
 * Returns the e-books of all libraries as a feed of OPDS 2.0, page by page: other catalogues and reading apps list them, with the page of
 * each record here and, where the vendor's feed is public, the link by which it is borrowed.
 */
export const contract = operation({
  id: 'digital-lending-show-feed',
  context: 'digital-lending',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/digital-lending/opds',
  summary: 'List all e-books as an OPDS 2.0 feed',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', site: true },
  query: z.strictObject({
    /** The title behind which the page begins, as the `next` link of a page says. */
    after: titleNameSchema.optional(),
    /** One title, whose publication document is returned instead. */
    title: titleNameSchema.optional(),
  }),
  etag: true,
  produces: mediaTypes.feed,
  alsoProduces: [mediaTypes.publication],
  output: z.string(),
  namedOwner: { none: 'What libraries lend is public; titles that are hidden from the public are left out.' },
  refusals: { 'unknown-title': vendorRefusals['unknown-title'] },
  example: {
    query: {},
    output: '{"metadata":{"title":"E-books of library.example.org"},"links":[],"publications":[]}',
  },
  errorImpact: 'Other catalogues and reading apps do not see the e-books; they catch up later.',
});
