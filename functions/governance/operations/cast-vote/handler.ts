import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { votingDeps } from '../../deps.ts';
import { castVote } from '../../use-cases/cast-vote.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, votingDeps, ({ actor, path, body }, { table, clock, ids }) =>
  castVote(table, { ...path, ...body, actor: staffOf(actor), clock, ids }),
);
