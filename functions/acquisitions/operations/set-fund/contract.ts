import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { yearCodeSchema } from '../../domain/fiscal-year.ts';
import { fundCodeSchema, fundTermsSchema } from '../../domain/fund.ts';
import { fundViewSchema } from '../../domain/fund-view.ts';
import { exampleFund, exampleYear, fundSetters, yearRefusals } from '../../schemas/funds.ts';

const { name, limits } = exampleFund;

/** Makes a fund in a fiscal year, or changes its name, its state and its limits. Audited. */
export const contract = operation({
  id: 'acquisitions-set-fund',
  context: 'acquisitions',
  service: 'administration',
  method: 'PUT',
  path: '/v1/acquisitions/members/{memberId}/years/{year}/funds/{code}',
  summary: 'Set a fund',
  permission: fundSetters,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema, year: yearCodeSchema, code: fundCodeSchema }),
  /** `edition` is that of the fund as read: 0 when there is none yet. */
  body: fundTermsSchema.extend({ edition: z.int().min(0) }),
  output: fundViewSchema,
  owner: { none: 'The member of the permission owns all its funds.' },
  refusals: {
    ...yearRefusals,
    'unknown-fund': { status: 422, meaning: 'The year has no such fund.' },
    'fund-exists': { status: 409, meaning: 'The year has a fund of this code already.' },
    'parent-fixed': { status: 422, meaning: 'The fund above a fund never changes within a year.' },
    'too-deep': { status: 422, meaning: 'At most five funds stand above one another.' },
    'fund-in-use': { status: 409, meaning: 'A fund with open orders or invoices is not made inactive.' },
    'changed-meanwhile': { status: 409, meaning: 'The fund was changed since you read it: look again.' },
  },
  example: {
    params: { memberId: 'riverton', year: exampleYear.year, code: exampleFund.code },
    body: { name, parent: 'BOOKS', state: 'active', limits, edition: 0 },
    output: exampleFund,
  },
  errorImpact: 'Funds cannot be made or changed; orders continue.',
});
