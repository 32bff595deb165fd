import * as z from 'zod';
import { headingFacets } from '../../../layers/domain/discovery/query-facets.ts';
import { facetHeadingSchema } from '../../../layers/domain/discovery/views.ts';
import { operation } from '../../../layers/http/contract.ts';
import { soughtShape } from '../search-query.ts';

/**
 * The authors or subjects to which a search can be narrowed, with how many of its hits each has: those that fit what is being
 * typed, or the most frequent ones. A value goes into the search's query as it is.
 */
export const contract = operation({
  id: 'discovery-suggest-facet-values',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/facets/{facet}',
  summary: 'Find a value of a facet while typing',
  permission: [{ who: 'anyone' }],
  touches: { index: 'read' },
  params: z.strictObject({ facet: z.enum(headingFacets) }),
  query: z.strictObject({
    ...soughtShape,
    /** What was typed into the facet: the beginnings of words, in any case and accents. */
    typed: z.string().max(100).optional(),
    /** `1`: the search's page says that its words are met only nearly (`relaxed` without `corrected`). */
    near: z.literal('1').optional(),
  }),
  output: z.strictObject({
    values: z.array(facetHeadingSchema),
    /** True when there are too many hits to count them all. */
    atLeast: z.boolean(),
  }),
  refusals: {},
  example: {
    params: { facet: 'subject' as const },
    query: { q: 'austen', typed: 'engl fict' },
    output: { values: [{ value: 'ZW5nbGlzaCBmaWN0aW9u', heading: 'English fiction', count: 4 }], atLeast: false },
  },
  errorImpact: 'Readers cannot narrow a search to an author or a subject; searches go on.',
});
