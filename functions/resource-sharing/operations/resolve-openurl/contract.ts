import * as z from 'zod';
import { citationSchema } from '../../../../layers/kernel/citation/citation-schema.ts';
import { LONGEST_OPENURL } from '../../../../layers/kernel/citation/read-openurl.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { serviceSchema } from '../../schemas/loan-request-input.ts';
import { exampleWays, optionsFields } from '../../schemas/request-options.ts';

/**
 * Resolves an OpenURL (0.1, or 1.0 by key and value): its citation, the missing parts, the matching union record, and
 * the open ways for a signed-in patron. Sources differ, so any key is accepted: unknown ones are listed.
 */
export const contract = operation({
  id: 'resource-sharing-resolve-openurl',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/openurl',
  summary: 'Resolve an OpenURL',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', index: 'read' },
  openQuery: true,
  query: z.string().max(LONGEST_OPENURL),
  output: z.strictObject({
    version: z.enum(['0.1', '1.0']),
    citation: citationSchema,
    /** The parts to add before anybody can search for it. */
    missing: z.array(z.string()),
    /** The service as the source states it; otherwise a copy for a part, and a loan for anything else. */
    wants: serviceSchema,
    /** The source’s service details: item or copy, pickup place, need-by date and a note. */
    service: z.strictObject({
      type: serviceSchema.optional(),
      pickup: z.string().optional(),
      needBy: z.string().optional(),
      note: z.string().optional(),
    }),
    /** Unknown keys, or keys whose value could not be used. */
    ignored: z.array(z.string()),
    /** The matching record of the union catalogue. */
    record: optionsFields.record,
    /** Further records that may be meant. */
    possible: optionsFields.possible,
    /** For a signed-in patron. */
    options: z.strictObject(optionsFields).optional(),
  }),
  refusals: {},
  example: {
    query: 'sid=google&atitle=On+denoting&title=Mind&volume=14&spage=479&date=1905&issn=0026-4423',
    output: {
      version: '0.1',
      citation: {
        kind: 'article',
        title: 'Mind',
        partTitle: 'On denoting',
        volume: '14',
        pages: '479',
        date: '1905',
        issn: ['0026-4423'],
        source: 'google',
      },
      missing: [],
      wants: 'copy',
      service: {},
      ignored: [],
      record: { recordId: 'rec_01kb0000000000000000000000', title: 'Mind', format: 'journal' },
      possible: [],
      options: { ...exampleWays, service: 'copy' },
    },
  },
  // It selects suppliers again, and also looks citations up in the index.
  bundleKilobytes: 1002,
  errorImpact: 'Links from databases and search engines do not lead to a request.',
});
