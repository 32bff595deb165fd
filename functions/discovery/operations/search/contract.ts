import { operation } from '../../../../layers/platform/http/contract.ts';
import { searchViewSchema } from '../../domain/views.ts';
import { exampleHit } from '../../schemas/hits.ts';
import { searchQuerySchema } from '../../schemas/search-query.ts';

/** Searches the union catalogue: each record once, with the current state of every member's copies. */
export const contract = operation({
  id: 'discovery-search',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/search',
  summary: 'Search the union catalogue',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', index: 'read' },
  withoutIndex: 'scan',
  query: searchQuerySchema,
  etag: true,
  sharedSeconds: 30,
  output: searchViewSchema,
  refusals: {
    'bad-cursor': {
      status: 400,
      meaning: 'The cursor is not ours or belongs to another search; begin at the first page.',
    },
  },
  example: {
    query: { q: 'pride and prejudice', format: 'book,large-print', portal: 'riverton' },
    output: {
      total: { count: 1, atLeast: false },
      relaxed: false,
      hits: [exampleHit],
      facets: {
        format: [{ value: 'book', count: 1 }],
        language: [{ value: 'eng', count: 1 }],
        member: [{ value: 'riverton', count: 1 }],
        decade: [{ from: 2000, count: 1 }],
      },
    },
  },
  errorImpact: 'Nobody can search the union catalogue.',
});
