import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { suggestDeps } from '../../deps.ts';
import { suggestPlaces } from '../../use-cases/suggest-headings.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, suggestDeps, async ({ actor, query }, deps) =>
  answer({ suggestions: await suggestPlaces(deps, query, viewerOf(actor)) }),
);
