import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse, refuseFor } from '../../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { machineTokenDeps } from '../../deps.ts';
import { tokenAnswer } from '../../schemas/token-answer.ts';
import { secretAttempt } from '../../use-cases/secret-attempt.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, machineTokenDeps, async ({ body, caller, now }, deps) => {
  const { machines, attempts, signer } = deps;
  const attempt = await attempts.open(secretAttempt(body.clientId, caller.address), now);
  if ('refused' in attempt) return refuseFor(attempt.seconds, 'too-many-failures', 'Too many wrong secrets.');
  const client = await machines.authenticate(body.clientId, body.clientSecret);
  if (!client) return refuse('client-refused', 'Client id and secret do not belong together.');
  await attempts.settle(attempt);
  const { clientId: id, memberId: member, scopes, branchId } = client;
  attributeUsage({ caller: 'machine', home: member });
  const place = branchId === undefined ? {} : { branch: branchId };
  return answer(tokenAnswer(await signer.sign({ kind: 'machine', id, member, scopes, ...place }, now)));
});
