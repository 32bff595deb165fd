import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { soughtFacets } from '../../domain/query/facets.ts';
import { facetValueSchema } from '../../domain/views.ts';
import { soughtShape } from '../../schemas/search-query.ts';

/**
 * Returns the values of a facet to which a search can be narrowed, with the number of hits of each. Authors and subjects: those that match
 * the typed text, or the most frequent ones. Formats, languages and libraries: all codes; the client has their names and so matches the
 * typed text itself. A value is passed to the search's query unchanged.
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
  params: z.strictObject({ facet: z.enum(soughtFacets) }),
  query: z.strictObject({
    ...soughtShape,
    /** The text typed into a facet of headings: the beginnings of words, in any case and accents. Codes are not filtered by it. */
    typed: z.string().max(100).optional(),
    /** `1`: the search's page states that its hits are approximate (`relaxed` without `corrected`). */
    near: z.literal('1').optional(),
  }),
  output: z.strictObject({
    values: z.array(facetValueSchema),
    /** True when there are too many hits to count them all. */
    atLeast: z.boolean(),
  }),
  refusals: {},
  example: {
    params: { facet: 'subject' as const },
    query: { q: 'austen', typed: 'engl fict' },
    output: { values: [{ value: 'ZW5nbGlzaCBmaWN0aW9u', heading: 'English fiction', count: 4 }], atLeast: false },
  },
  errorImpact: 'Readers cannot look for a value of a facet; searches go on.',
});
