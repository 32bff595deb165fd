import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { mappingSchema } from '../../domain/files/mapping.ts';
import { loadViewSchema } from '../../domain/run.ts';
import { exampleLoad, examplePath, loadManagers, loadPath, loadRefusals } from '../../schemas.ts';

/** Replaces the mapping of a load, for example after a dry run has reported unmapped codes. Runs that began use their own. */
export const contract = operation({
  id: 'onboarding-set-mapping',
  context: 'onboarding',
  service: 'administration',
  method: 'PUT',
  path: '/v1/onboarding/members/{memberId}/loads/{loadId}/mapping',
  summary: 'Change how the files of a load are read',
  permission: loadManagers,
  touches: { table: 'write' },
  params: loadPath,
  body: z.strictObject({ mapping: mappingSchema }),
  output: loadViewSchema,
  owner: 'unknown-load',
  refusals: {
    ...loadRefusals,
    'currency-differs': {
      status: 422,
      meaning: 'Amounts must be in the currency of the loan rules, with its decimals.',
    },
  },
  example: { params: examplePath, body: { mapping: { currency: 'USD' } }, output: exampleLoad },
  errorImpact: 'Codes of an old system cannot be mapped.',
});
