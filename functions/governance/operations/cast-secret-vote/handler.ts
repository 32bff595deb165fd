import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { votingDeps } from '../../deps.ts';
import { castSecretVote } from '../../use-cases/cast-secret-vote.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, votingDeps, ({ actor, path, body }, { table, clock, ids }) =>
  castSecretVote(table, { ...path, ...body, actor: staffOf(actor), clock, ids }),
);
