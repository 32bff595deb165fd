import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { bodyDeps } from '../../deps.ts';
import { addActionItem } from '../../use-cases/bodies/write-action-item.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, bodyDeps, ({ actor, path, body, now, keep }, deps) =>
  addActionItem(deps, body, { ...path, actor: staffOf(actor), now, keep }),
);
