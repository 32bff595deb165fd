import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema } from '../../../../layers/platform/http/page.ts';
import { authorityFieldSchema } from '../../domain/index/authority-field.ts';
import { MOST_STEPS } from '../../domain/steps/record-steps.ts';

/**
 * Lists the headings that a load of authority records changed. The step `change-heading` of a batch (`catalogue-preview-item-changes`) gives
 * the new one to the records of the member; a page has as many headings as a batch takes.
 */
export const contract = operation({
  id: 'catalogue-list-changed-headings',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/members/{memberId}/imports/{importId}/headings',
  summary: 'List the headings that a load changed',
  permission: [{ who: 'staff', roles: ['cataloguer', 'member-admin'], at: { member: 'path.memberId' } }],
  touches: { table: 'read', index: 'read' },
  withoutIndex: 'partial',
  params: z.strictObject({ memberId: memberIdSchema, importId: z.string().min(1).max(64) }),
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(MOST_STEPS).default(MOST_STEPS),
    after: cursorSchema.optional(),
  }),
  output: z.strictObject({
    headings: z.array(
      z.strictObject({
        authorityId: z.string(),
        list: z.enum(['author', 'subject']),
        before: z.string(),
        after: z.string(),
        /** The new heading for bibliographic fields. */
        field: authorityFieldSchema.exactOptional(),
        /** How many records that the member holds have the old heading; absent while the index does not answer. */
        records: z.number().int().exactOptional(),
      }),
    ),
    next: z.string().optional(),
  }),
  owner: 'unknown-import',
  refusals: {
    ...cursorRefusal,
    'unknown-import': { status: 404, meaning: 'The member has no such load.' },
  },
  example: {
    params: { memberId: 'riverton', importId: 'imp_01kb0000000000000000000000' },
    query: {},
    output: {
      headings: [
        {
          ...{ authorityId: 'riverton:sh85031793', list: 'subject' as const, before: 'Cookery', after: 'Cooking' },
          field: {
            ...{ tag: '150', ind1: ' ', ind2: ' ', number: '(DLC)sh85031793', vocabulary: '0' },
            subfields: [{ code: 'a', value: 'Cooking' }],
          },
          records: 38,
        },
      ],
    },
  },
  errorImpact: 'Cataloguers do not see which headings a load changed.',
});
