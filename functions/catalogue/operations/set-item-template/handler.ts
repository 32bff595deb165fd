import { handle } from '../../../../layers/platform/http/handle.ts';
import { templateDeps } from '../../deps.ts';
import { setItemTemplate } from '../../use-cases/set-item-template.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, templateDeps, ({ path, body }, deps) =>
  setItemTemplate(deps, { ...path, ...body }),
);
