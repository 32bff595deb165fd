import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { reportLineSchema, runViewSchema } from '../../domain/run.ts';
import { feeders } from '../../schemas/permissions.ts';
import { examplePath, exampleRun, feedRefusals, runPath } from '../../schemas/shapes.ts';

/**
 * How far a run is, what came of each file beside the old system's totals, and a page of its report: every row that was not
 * taken, and what to look at of those that were, by line, column and reason in words. Codes are repeated, nothing else that
 * stood in a cell. `next` leads on.
 */
export const contract = operation({
  id: 'onboarding-get-run',
  context: 'onboarding',
  service: 'administration',
  method: 'GET',
  path: '/v1/onboarding/members/{memberId}/loads/{loadId}/runs/{runId}',
  summary: 'See how far a run is and what it reports',
  permission: feeders,
  touches: { table: 'read', bucket: 'read' },
  params: runPath,
  query: z.strictObject({
    /** The part of the run whose lines are listed; `next` of the answer leads on. */
    part: z
      .string()
      .max(120)
      .regex(/^[\w.-]+$/)
      .optional(),
  }),
  output: z.strictObject({
    run: runViewSchema,
    report: z.strictObject({ fileId: z.string(), lines: z.array(reportLineSchema) }).optional(),
    next: z.string().optional(),
  }),
  refusals: { ...feedRefusals, 'unknown-run': { status: 404, meaning: 'The load has no such run.' } },
  example: {
    params: { ...examplePath, runId: exampleRun.runId },
    query: {},
    output: {
      run: exampleRun,
      report: {
        fileId: 'lfl_01kb0000000000000000000000',
        lines: [
          {
            ...{ line: 3, rejected: true, reason: 'unmapped', column: 'type', value: 'X' },
            detail: 'The code stands for nothing in the mapping.',
          },
        ],
      },
    },
  },
  errorImpact: 'A member cannot see what came of its load.',
});
