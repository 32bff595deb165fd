import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { circulationDeps } from '../../deps.ts';
import { loansOf } from '../../use-cases/patron-account.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, now }, deps) =>
  answer({ loans: await loansOf(deps, patronOf(actor).id, now, iso(now)) }),
);
