import { handle } from '../../../../layers/platform/http/handle.ts';
import { templateDeps } from '../../deps.ts';
import { addItem } from '../../use-cases/add-item.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, templateDeps, ({ path, body, now }, deps) =>
  addItem(deps, { ...path, ...body, now }),
);
