import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { memberDeps } from '../../deps.ts';
import { setCalendar } from '../../use-cases/set-calendar.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, memberDeps, ({ actor, path: { branchId }, body, now }, { branches }) =>
  setCalendar(branches, { branchId, body, by: actorName(actor), now }),
);
