import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { mappingSchema } from '../../domain/files/mapping.ts';
import { loadPurposes, loadViewSchema } from '../../domain/run.ts';
import { exampleLoad, loadManagers } from '../../schemas.ts';

const { name, purpose } = exampleLoad;

/**
 * Opens a load from a member's old system, with the format of its files and the mapping of its codes to the consortium's.
 * `cut-over` takes patrons, items, open loans, holds, bills and blocks; `patron-feed` takes patrons, regularly.
 */
export const contract = operation({
  id: 'onboarding-open-load',
  context: 'onboarding',
  service: 'administration',
  method: 'POST',
  path: '/v1/onboarding/members/{memberId}/loads',
  summary: 'Open a load from an old system',
  permission: loadManagers,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({
    name: oneLine(200),
    purpose: z.enum(loadPurposes),
    mapping: mappingSchema,
  }),
  status: 201,
  output: loadViewSchema,
  refusals: {
    'unknown-member': { status: 404, meaning: 'There is no such member.' },
    'no-loan-rules': {
      status: 409,
      meaning: 'The consortium has adopted no loan rules yet: loans would have no terms.',
    },
    'currency-differs': {
      status: 422,
      meaning: 'Amounts must be in the currency of the loan rules, with its decimals.',
    },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { name, purpose, mapping: { currency: 'USD', codes: { patronCategories: { AD: 'adult' } } } },
    output: exampleLoad,
  },
  errorImpact: 'A member cannot move its data from its old system.',
});
