import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { fileViewSchema, loadViewSchema, runViewSchema } from '../../domain/run.ts';
import { exampleLoad, examplePath, exampleRun, loadManagers, loadPath, loadRefusals } from '../../schemas.ts';

/** Shows a load with its mapping, its files and whether each was uploaded, and its runs with their results. */
export const contract = operation({
  id: 'onboarding-get-load',
  context: 'onboarding',
  service: 'administration',
  method: 'GET',
  path: '/v1/onboarding/members/{memberId}/loads/{loadId}',
  summary: 'See a load from an old system with its files and runs',
  permission: loadManagers,
  touches: { table: 'read', bucket: 'read' },
  params: loadPath,
  output: z.strictObject({ load: loadViewSchema, files: z.array(fileViewSchema), runs: z.array(runViewSchema) }),
  owner: 'unknown-load',
  refusals: loadRefusals,
  example: {
    params: examplePath,
    output: {
      load: exampleLoad,
      files: [
        {
          ...{ fileId: 'lfl_01kb0000000000000000000000', kind: 'bills', fileName: 'bills.csv', bytes: 120 },
          ...{ control: { records: 2, sum: 1740 }, createdAt: '2026-11-24T10:05:00.000Z', there: true },
        },
      ],
      runs: [exampleRun],
    },
  },
  errorImpact: 'A member cannot see how far its load is.',
});
