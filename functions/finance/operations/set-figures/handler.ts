import { holds } from '../../../../layers/kernel/identity/roles.ts';
import { type Actor, actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { scenarioDeps } from '../../deps.ts';
import { setFigures } from '../../use-cases/set-figures.ts';
import { contract } from './contract.ts';

const preparesAll = (actor: Actor | undefined): boolean =>
  actor?.kind === 'staff' && holds(actor.grants, 'finance-preparer', { scope: 'consortium' });

export const handler = handle(contract, scenarioDeps, ({ actor, path, body, now, keep }, deps) =>
  setFigures(deps, { ...path, body, by: actorName(actor), prepares: preparesAll(actor), now, keep }),
);
