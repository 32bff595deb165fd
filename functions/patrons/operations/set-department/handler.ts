import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { setDepartment } from '../../use-cases/set-department.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ actor, body, now, keep }, deps) =>
  setDepartment(deps, { body, by: actorName(actor), now, keep }),
);
