import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { authorityFieldSchema } from '../../domain/index/authority-field.ts';

/**
 * Returns what the members' authority records have on a heading, regardless of case, accents and punctuation: its established form and its
 * variant forms. A load of that kind brings authority records (`catalogue-start-import`).
 */
export const contract = operation({
  id: 'catalogue-find-authority',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/authorities/{list}',
  summary: 'Find the authority of a heading',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: 'own-member' }],
  touches: { table: 'read' },
  params: z.strictObject({ list: z.enum(['author', 'subject']) }),
  query: z.strictObject({ heading: z.string().trim().min(1).max(400) }),
  output: z.strictObject({
    heading: z.string(),
    from: z.array(z.string()),
    /** The heading field (1XX) with all subfields, the value of $0 and the vocabulary of subjects; absent when loaded before these were read. */
    field: authorityFieldSchema.optional(),
  }),
  refusals: { 'unknown-authority': { status: 404, meaning: 'No authority record with references has this heading.' } },
  example: {
    params: { list: 'author' as const },
    query: { heading: 'twain, mark, 1835-1910' },
    output: {
      heading: 'Twain, Mark, 1835-1910',
      from: ['Clemens, Samuel Langhorne, 1835-1910'],
      field: {
        ...{ tag: '100', ind1: '1', ind2: ' ', number: '(DLC)n 79021164', vocabulary: '0' },
        subfields: [
          { code: 'a', value: 'Twain, Mark,' },
          { code: 'd', value: '1835-1910' },
        ],
      },
    },
  },
  errorImpact: 'Cataloguers do not see which form of a heading is established.',
});
