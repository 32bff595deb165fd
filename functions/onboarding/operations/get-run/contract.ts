import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { reportLineSchema, runViewSchema } from '../../domain/run.ts';
import { examplePath, exampleRun, feedRefusals, feedSenders, runPath } from '../../schemas.ts';

/**
 * Shows the state of a run, the tally of each file with the old system's totals, and a page of its report: every rejected row,
 * and warnings about accepted ones, by line, column and reason. Codes are repeated, no other content of a cell. `next` is the
 * following page.
 */
export const contract = operation({
  id: 'onboarding-get-run',
  context: 'onboarding',
  service: 'administration',
  method: 'GET',
  path: '/v1/onboarding/members/{memberId}/loads/{loadId}/runs/{runId}',
  summary: 'See the state of a run and its report',
  permission: feedSenders,
  touches: { table: 'read', bucket: 'read' },
  params: runPath,
  query: z.strictObject({
    /** The part of the run whose lines are listed: `next` of the page before. */
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
  owner: 'unknown-load',
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
            detail: 'The mapping has no meaning for this code.',
          },
        ],
      },
    },
  },
  errorImpact: 'A member cannot see the result of its load.',
});
