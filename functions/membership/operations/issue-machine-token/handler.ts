import { handle } from '../../../../layers/platform/http/handle.ts';
import { machineTokenDeps } from '../../deps.ts';
import { issueMachineToken } from '../../use-cases/issue-machine-token.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, machineTokenDeps, ({ actor, body, caller: { address }, now }, deps) =>
  issueMachineToken(deps, { actor, asked: body, address, now }),
);
