import { operation } from '../../../../layers/platform/http/contract.ts';
import { policySchema } from '../../domain/policy-kinds.ts';
import { adoptionSchema, changeRefusals, examplePolicy } from '../../schemas.ts';

const { kind, effectiveFrom, decisionReference, body } = examplePolicy;

/**
 * Adopts the next version of a policy, from a day on, by a named decision. It is never changed afterwards. Billing policies may apply to
 * past months until their statements are written.
 */
export const contract = operation({
  id: 'governance-adopt-policy',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/policies',
  summary: 'Adopt a policy',
  permission: [{ who: 'staff', roles: ['admin'], at: 'consortium' }],
  touches: { table: 'write' },
  body: adoptionSchema,
  status: 201,
  output: policySchema,
  refusals: {
    'in-the-past': {
      status: 422,
      meaning:
        'A policy begins now or later: what was decided by the one before stands. Only `billing` may begin up to 24 months back.',
    },
    'period-written': {
      status: 409,
      meaning:
        'No month that `billing` is adopted for may be reconciled, approved or closed: open it again while it is not closed.',
    },
    'policy-overtaken': {
      status: 409,
      meaning: '`follows` must name the last version: another was adopted since, which this one would undo.',
    },
    'later-version-adopted': {
      status: 409,
      meaning:
        '`endsLater` must say whether the versions that were adopted already and begin later still begin (false), or are ended and never begin (true).',
    },
    'unknown-name': {
      status: 422,
      meaning:
        'Loan rules name members, branches, categories of patrons and listed item types that exist: a rule for another would never apply.',
    },
    'below-floor': changeRefusals['below-floor'],
    'above-ceiling': changeRefusals['above-ceiling'],
    'other-currency': {
      status: 422,
      meaning: 'Fees and loan rules are in one currency: what a patron owes is counted together, against one limit.',
    },
  },
  example: { body: { kind, effectiveFrom, decisionReference, body }, output: examplePolicy },
  errorImpact: 'The consortium cannot change its rules.',
});
