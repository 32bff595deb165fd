import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { billView } from '../../schemas/views.ts';
import { billsOf } from '../../use-cases/patron-account.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, now }, deps) =>
  answer(await billsOf(deps, patronOf(actor).id, now, billView)),
);
