import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { machineTokenDeps } from '../../deps.ts';
import { tokenAnswer } from '../../schemas/token-answer.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, machineTokenDeps, async ({ body, now }, { machines, signer }) => {
  const client = await machines.authenticate(body.clientId, body.clientSecret);
  if (!client) return refuse('client-refused', 'Client id and secret do not belong together.');
  const { clientId: id, memberId: member, scopes, branchId } = client;
  attributeUsage({ caller: 'machine', home: member });
  const place = branchId === undefined ? {} : { branch: branchId };
  return answer(tokenAnswer(await signer.sign({ kind: 'machine', id, member, scopes, ...place }, now)));
});
