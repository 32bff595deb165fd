import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { soughtFacets } from '../../domain/query/facets.ts';
import { facetValueSchema } from '../../domain/views.ts';
import { soughtShape } from '../../schemas/search-query.ts';

/**
 * The values of a facet to which a search can be narrowed, with how many of its hits each has. Authors and subjects: those that
 * fit what is being typed, or the most frequent ones. Formats, languages and libraries: all, however many, by their codes; the
 * words in which a reader looks for one are those in which he is shown it, so they are matched there. A value goes into the
 * search's query as it is.
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
    /** What was typed into a facet of headings: the beginnings of words, in any case and accents. Codes are not chosen by it. */
    typed: z.string().max(100).optional(),
    /** `1`: the search's page says that its words are met only nearly (`relaxed` without `corrected`). */
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
