import * as z from 'zod';
import { citationQuery } from '../../../../layers/kernel/citation/citation-input.ts';
import { citationSchema } from '../../../../layers/kernel/citation/citation-schema.ts';
import { scannedSchema } from '../../../../layers/kernel/identity/card-number.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { openRefusals } from '../../../patrons/public/open-refusals.ts';
import {
  requestInputRefusals,
  ruledOutQuery,
  serviceLevelSchema,
  serviceSchema,
} from '../../schemas/loan-request-input.ts';
import { exampleWays, optionsFields } from '../../schemas/request-options.ts';

/**
 * Lists the ways of the patron’s “request this” for a record or a citation: hold, loan between members or loan from a
 * partner, each with its date and cost, or why it is closed.
 */
export const contract = operation({
  id: 'resource-sharing-show-request-options',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/request-options',
  summary: 'Show by which ways something can be requested',
  permission: [
    { who: 'patron' },
    { who: 'staff', roles: ['ill', 'desk', 'desk-supervisor'], at: { branch: 'query.pickupBranch' } },
  ],
  touches: { table: 'read', index: 'read' },
  notForPatrons: ['query.patron'],
  query: z.strictObject({
    recordId: z.string().min(1).max(64).optional(),
    ...citationQuery,
    service: serviceSchema.optional(),
    /** The records that are not what is cited, separated by commas. */
    notThese: ruledOutQuery.optional(),
    needBy: z.iso.datetime().optional(),
    serviceLevel: serviceLevelSchema.default('normal'),
    /** The pickup branch; by default the patron’s home branch. */
    pickupBranch: branchIdSchema.optional(),
    /** A card number or patron id; staff name it, a patron omits it. */
    patron: scannedSchema.optional(),
  }),
  output: z.strictObject({ ...optionsFields, citation: citationSchema.optional() }),
  refusals: {
    ...requestInputRefusals,
    'patron-missing': { status: 422, meaning: 'Staff must say for which patron; a patron asks for himself only.' },
    'unknown-patron': { status: 404, meaning: 'There is no such card or patron.' },
    'card-replaced': { status: 410, meaning: 'This card was replaced: ask for the new one.' },
    ...openRefusals,
  },
  example: {
    query: { recordId: 'rec_01kb0000000000000000000000', pickupBranch: 'riverton.main' },
    output: exampleWays,
  },
  // It selects suppliers again, and also looks citations up in the index.
  bundleKilobytes: 997,
  errorImpact: 'Patrons cannot see how, by when and at what cost they can get a title.',
});
