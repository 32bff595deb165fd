import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { holdsOf } from '../../use-cases/patron-account.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, now }, deps) =>
  answer({ holds: await holdsOf(deps, patronOf(actor).id, now) }),
);
