import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { runModes, runViewSchema } from '../../domain/run.ts';
import { feeders } from '../../schemas/permissions.ts';
import { examplePath, exampleRun, feedRefusals, loadPath } from '../../schemas/shapes.ts';

/**
 * Runs a load: a dry run says what an apply would do and writes nothing of it. An apply loads each row once: applied again, or
 * after it broke off anywhere, it changes nothing that is there. No notice is sent of what it loads. A cut-over is applied only
 * after a dry run of the same files by the same mapping.
 */
export const contract = operation({
  id: 'onboarding-start-run',
  context: 'onboarding',
  service: 'administration',
  method: 'POST',
  path: '/v1/onboarding/members/{memberId}/loads/{loadId}/runs',
  summary: 'Start a dry run or an apply of a load',
  permission: feeders,
  touches: { table: 'write', bucket: 'read', machine: 'load' },
  params: loadPath,
  body: z.strictObject({
    mode: z.enum(runModes),
    /** The files; when left out, of each kind the one added last. Only a file that was mended may be named alone. */
    fileIds: z.array(z.string().max(64)).min(1).max(50).optional(),
    /** Of a feed: lets the cards of patrons expire whom a file named before and these name no more. */
    deactivateMissing: z
      .strictObject({
        /** When more of a hundred would go, nobody does: a file that broke off must not shut out a school. */
        mostPercent: z.int().min(0).max(100).default(20),
      })
      .optional(),
  }),
  status: 202,
  output: runViewSchema,
  refusals: {
    ...feedRefusals,
    'unknown-file': { status: 404, meaning: 'The load has no such file.' },
    'file-missing': { status: 409, meaning: 'A file was not sent, or was deleted since.' },
    'run-running': { status: 409, meaning: 'A run of this load is under way.' },
    'dry-run-first': { status: 409, meaning: 'These files were not looked through by this mapping yet.' },
    'feeds-only': { status: 422, meaning: 'Only a feed of patrons says who is missing.' },
  },
  example: {
    params: examplePath,
    body: { mode: 'dry-run' },
    output: { ...exampleRun, state: 'waiting', parts: { all: 0, done: 0 } },
  },
  errorImpact: 'A member cannot move in from its old system.',
});
