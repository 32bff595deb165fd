import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { replaceCard } from '../../use-cases/replace-card.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ path, body, now, keep }, deps) =>
  replaceCard(deps, { ...path, ...body, now, keep }),
);
