import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { importViewSchema } from '../../domain/loading/import.ts';
import { exampleImport } from '../../domain/loading/import-example.ts';

/** Runs a load whose file has arrived and which did not start or stopped. Completed parts are not repeated. */
export const contract = operation({
  id: 'catalogue-run-import',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/members/{memberId}/imports/{importId}/run',
  summary: 'Run a load that stopped',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write', bucket: 'read', machine: 'import' },
  params: z.strictObject({ memberId: memberIdSchema, importId: z.string().min(1).max(64) }),
  status: 202,
  output: importViewSchema,
  owner: 'unknown-import',
  refusals: {
    'unknown-import': { status: 404, meaning: 'The member has no such load.' },
    'file-missing': { status: 409, meaning: 'The file of this load has not been sent.' },
    'import-running': { status: 409, meaning: 'The load is running.' },
    'import-ended': { status: 409, meaning: 'The load is done or its file was rejected: open another.' },
  },
  example: {
    params: { memberId: 'riverton', importId: 'imp_01kb0000000000000000000000' },
    output: { ...exampleImport, state: 'failed' },
  },
  errorImpact: 'A load that stopped cannot be finished.',
});
