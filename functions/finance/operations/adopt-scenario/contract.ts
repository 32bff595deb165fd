import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { concernSchema, scenarioSchema } from '../../domain/cost-sharing/scenario.ts';
import {
  changedScenario,
  exampleScenario,
  exampleSeal,
  notReckonableRefusal,
  scenarioIdSchema,
  scenarioParams,
  unknownScenario,
  versionSchema,
} from '../../schemas/scenarios.ts';

const adopted = {
  ...{ at: '2026-11-25T10:00:00.000Z', by: 'staff:stf_01kb0000000000000000000001' },
  ...{ decisionReference: 'Board minutes 2026-11-25, item 4', seal: exampleSeal, members: 1 },
  ...{ total: 1_715_000, payers: [], replaces: [], acknowledged: ['without-figures' as const] },
  withoutFigures: ['northfield'],
};

/**
 * Adopts a draft by a named decision: its figures and fees are frozen, and immutable. The approver must not have prepared any of it, and
 * names the displayed content: `v` and `seal` are those of the view. The request lists the scenarios of its year that it replaces; those
 * that remain in force are billed as well, which must be acknowledged like all warnings of the view.
 */
export const contract = operation({
  id: 'finance-adopt-scenario',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/scenarios/{scenarioId}/adoption',
  summary: 'Adopt a cost-sharing scenario',
  permission: [{ who: 'staff', roles: ['finance-approver'], at: 'consortium' }],
  touches: { table: 'write' },
  params: scenarioParams,
  body: z.strictObject({
    v: versionSchema,
    seal: z.string().regex(/^[0-9a-f]{64}$/, 'A seal is 64 digits in hex.'),
    decisionReference: oneLine(500),
    /** Scenarios in force for its year that it replaces: that of its own formula must be among them. */
    replaces: z.array(scenarioIdSchema).max(20).default([]),
    /** The view's warnings (`concerns`), each by name; required for the adoption. */
    acknowledged: z.array(concernSchema).max(10).default([]),
  }),
  status: 201,
  output: scenarioSchema,
  refusals: {
    ...unknownScenario,
    ...changedScenario,
    ...notReckonableRefusal,
    'preparer-approves': { status: 403, meaning: 'Who prepared a scenario, or a figure of it, does not adopt it.' },
    'nobody-pays': { status: 409, meaning: 'No member takes part in the scenario.' },
    'replaces-no-such': { status: 409, meaning: 'What it is to replace is not in force in its year.' },
    'replacement-not-stated': {
      status: 409,
      meaning:
        'A scenario of the same formula is in force in its year: the fee would be billed twice unless it is replaced.',
    },
    'trued-up': { status: 409, meaning: 'The fee of its year was trued up, and does not change any more.' },
    'not-acknowledged': { status: 409, meaning: 'What is warned of must be acknowledged by name: detail says what.' },
  },
  example: {
    params: { scenarioId: exampleScenario.scenarioId },
    body: {
      ...{ v: 1, seal: exampleSeal, decisionReference: adopted.decisionReference, replaces: [] },
      acknowledged: adopted.acknowledged,
    },
    output: { ...exampleScenario, state: 'adopted', adopted, v: 2 },
  },
  errorImpact: 'Fees that were decided on cannot be put in force.',
});
