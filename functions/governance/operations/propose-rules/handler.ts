import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { proposalDeps } from '../../deps.ts';
import { proposeRules } from '../../use-cases/propose-rules.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, proposalDeps, ({ actor, body: proposed, now, keep }, deps) =>
  proposeRules(deps, { proposed, actor: staffOf(actor), now, keep }),
);
