import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { budgetPlaceSchema, budgetSchema, ownerSchema } from '../../domain/budgets/budget.ts';
import { isPeriodOf } from '../../domain/budgets/span.ts';
import { exampleBudget } from '../../schemas/budgets.ts';
import { preparers, versionSchema } from '../../schemas/scenarios.ts';

const { measure, span, from } = budgetPlaceSchema.shape;
const { amount, currency, thresholds } = budgetSchema.shape;

/**
 * Sets the budget of a member, or of `consortium`, for each month or fiscal year from one on, and the percentages at which an alert is
 * raised; an amount of 0 ends it. After a change its thresholds can be passed again. Audited.
 */
export const contract = operation({
  id: 'finance-set-budget',
  context: 'finance',
  service: 'administration',
  method: 'PUT',
  path: '/v1/finance/budgets/{memberId}/{measure}/{span}/{from}',
  summary: 'Set a budget',
  permission: [preparers, { who: 'staff', roles: ['member-finance'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z
    .strictObject({ memberId: ownerSchema, measure, span, from })
    .refine((place) => isPeriodOf(place.span, place.from), 'A month is YYYY-MM, a fiscal year YYYY'),
  body: z.strictObject({
    ...{ amount, currency, thresholds },
    /** The version as read: 0 when there is none yet. */
    v: versionSchema,
  }),
  output: budgetSchema,
  refusals: {
    'unknown-member': { status: 404, meaning: 'There is no such member.' },
    'past-period': { status: 422, meaning: 'A budget begins with the running period, or a later one.' },
    'other-currency': { status: 422, meaning: 'What is spent is reckoned in another currency.' },
    'changed-meanwhile': { status: 409, meaning: 'Others set this budget since you read it: look again.' },
  },
  example: {
    params: { memberId: 'riverton', measure: 'platform', span: 'month', from: '2026-11' },
    body: { amount: 5000, currency: 'USD', thresholds: { actual: [50, 80, 100], forecast: 100 }, v: 0 },
    output: exampleBudget,
  },
  errorImpact: 'Finance staff cannot set a budget.',
});
