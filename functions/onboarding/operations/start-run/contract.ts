import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { runModes, runViewSchema } from '../../domain/run.ts';
import { examplePath, exampleRun, feedRefusals, feedSenders, loadPath } from '../../schemas.ts';

/**
 * Starts a run of a load: a dry run computes what an apply would do and writes none of it. An apply loads each row once: a
 * second apply, also after a failure, does not change loaded rows. It sends no notices. A cut-over is applied only after a dry
 * run of the same files by the same mapping.
 */
export const contract = operation({
  id: 'onboarding-start-run',
  context: 'onboarding',
  service: 'administration',
  method: 'POST',
  path: '/v1/onboarding/members/{memberId}/loads/{loadId}/runs',
  summary: 'Start a dry run or an apply of a load',
  permission: feedSenders,
  touches: { table: 'write', bucket: 'read', machine: 'load' },
  params: loadPath,
  body: z.strictObject({
    mode: z.enum(runModes),
    /** The files; when left out, of each kind the one added last. A corrected file may be named alone. */
    fileIds: z.array(z.string().max(64)).min(1).max(50).optional(),
    /** For a feed: expires the cards of patrons whom an earlier file named and these files do not. */
    deactivateMissing: z
      .strictObject({
        /** Above this percentage none is deactivated: a truncated file must not shut out a school. */
        mostPercent: z.int().min(0).max(100).default(20),
      })
      .optional(),
  }),
  status: 202,
  output: runViewSchema,
  owner: 'unknown-load',
  refusals: {
    ...feedRefusals,
    'unknown-file': { status: 404, meaning: 'The load has no such file.' },
    'file-missing': { status: 409, meaning: 'A file was not sent, or was deleted since.' },
    'run-running': { status: 409, meaning: 'A run of this load is under way.' },
    'dry-run-first': { status: 409, meaning: 'There is no dry run of these files by this mapping yet.' },
    'feeds-only': { status: 422, meaning: 'Only a feed of patrons can deactivate missing ones.' },
  },
  example: {
    params: examplePath,
    body: { mode: 'dry-run' },
    output: { ...exampleRun, state: 'waiting', parts: { all: 0, done: 0 } },
  },
  errorImpact: 'A member cannot move its data from its old system.',
});
