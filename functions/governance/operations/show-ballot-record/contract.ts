import * as z from 'zod';
import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleRecord, publishedRecordSchema } from '../../schemas/voting.ts';

/**
 * Returns the record of a counted ballot: its terms, its list of voters, its votes, and the published result with its seals. Anybody who has it
 * counts again (docs/governance.md).
 */
export const contract = operation({
  id: 'governance-show-ballot-record',
  context: 'governance',
  service: 'administration',
  method: 'GET',
  path: '/v1/governance/ballots/{ballotId}/record',
  summary: 'Download the record of a ballot',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  touches: { table: 'read' },
  params: z.strictObject({ ballotId: z.string().min(1).max(40) }),
  output: publishedRecordSchema,
  owner: { none: 'The record of a counted ballot is open to the staff of all members.' },
  refusals: { 'unknown-ballot': { status: 404, meaning: 'There is no such counted ballot.' } },
  example: { params: { ballotId: exampleRecord.record.terms.ballotId }, output: exampleRecord },
  errorImpact: 'Nobody can count a ballot again; results are shown.',
});
