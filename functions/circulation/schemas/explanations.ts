import * as z from 'zod';
import { paramsSchema } from '../../../layers/kernel/params.ts';
import type { Decision } from '../domain/decisions/decision.ts';
import { isOverridable } from '../domain/decisions/findings.ts';
import type { RefusalCode } from '../domain/decisions/refusals.ts';
import { explainSchema } from './decisions.ts';

const refusalShape = { code: z.string(), detail: z.string(), params: paramsSchema.optional() };
const tooMany = { detail: 'Has 15 of at most 15 (loans)', params: { has: 15, limit: 15 } };

/** The explanation of a possible decision: every refusal at once, and for each value the winning rule with the alternatives. */
export const explanationSchema = z.strictObject({
  allowed: z.boolean(),
  refused: z.array(z.strictObject({ ...refusalShape, overridable: z.boolean() })),
  explain: explainSchema,
});

/** Returns an unsaved decision in the format of the response. */
export const explained = (decision: Decision<RefusalCode>): z.output<typeof explanationSchema> => {
  const { checks, policyVersion, due, rule } = decision.explain;
  const refused = 'refused' in decision ? decision.refused : [];
  return {
    allowed: refused.length === 0,
    refused: refused.map((one) => {
      const { overridable } = checks.find(({ check, passed }) => check === one.code && !passed) ?? {};
      return {
        ...one,
        overridable: isOverridable({ check: one.code, ...(overridable !== undefined && { overridable }) }),
      };
    }),
    explain: {
      checks: checks.map(({ overridable: _, ...check }) => check),
      ...(policyVersion !== undefined && { policyVersion }),
      ...(due && { due }),
      ...(rule && { values: rule.explanations }),
    },
  };
};

export const exampleExplanation: z.output<typeof explanationSchema> = {
  allowed: false,
  refused: [{ code: 'too-many-loans', ...tooMany, overridable: true }],
  explain: {
    checks: [{ check: 'too-many-loans', passed: false, ...tooMany }],
    policyVersion: 3,
    due: { due: '2026-12-15T04:59:59.000Z', moved: [] },
    values: [
      {
        value: 'loanPeriod',
        ruleId: 'riverton-dvd',
        decider: 'riverton',
        considered: [{ ruleId: 'riverton-dvd', specificity: 160, outcome: 'won' }],
      },
    ],
  },
};
