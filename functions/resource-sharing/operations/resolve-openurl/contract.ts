import * as z from 'zod';
import { citationSchema } from '../../../../layers/kernel/citation/citation-schema.ts';
import { LONGEST_OPENURL } from '../../../../layers/kernel/citation/read-openurl.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { serviceSchema } from '../../schemas/loan-request-input.ts';
import { exampleWays, optionsFields } from '../../schemas/request-options.ts';

/** Resolves an OpenURL (0.1, or 1.0 by key and value): what it cites, what of it is missing, which record of the union catalogue it is, and for a patron who is signed in the ways to it. Sources differ, so any key is taken: what says nothing to us is listed. */
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
    /** What is to be filled in before anybody can look for it. */
    missing: z.array(z.string()),
    /** As the source says; else a part of something is copied, anything else lent. */
    wants: serviceSchema,
    /** What the source says of the service: the item or a copy, where, by which day, and a note. */
    service: z.strictObject({
      type: serviceSchema.optional(),
      pickup: z.string().optional(),
      needBy: z.string().optional(),
      note: z.string().optional(),
    }),
    /** Keys that say nothing to us, or whose value could not be used. */
    ignored: z.array(z.string()),
    /** The record of the union catalogue that it is. */
    record: z
      .strictObject({
        recordId: z.string(),
        title: z.string(),
        author: z.string().optional(),
        year: z.number().int().optional(),
        format: z.string(),
      })
      .optional(),
    /** For a patron who is signed in. */
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
      options: { ...exampleWays, service: 'copy' },
    },
  },
  errorImpact: 'Links from databases and search engines do not lead to a request.',
});
