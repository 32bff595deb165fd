import { handle } from '../../../../layers/platform/http/handle.ts';
import { noticesDeps } from '../../deps.ts';
import { showPatronChoices } from '../../use-cases/show-choices.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, ({ path, query, now }, deps) =>
  showPatronChoices(deps, { ...path, ...query }, now),
);
