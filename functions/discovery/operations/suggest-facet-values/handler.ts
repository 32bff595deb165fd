import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { facetDeps } from '../../deps.ts';
import { searchParametersOf } from '../../use-cases/search-catalogue.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  facetDeps,
  async ({ actor, path: { facet }, query: { typed = '', near, ...sought } }, { facetValues }) =>
    answer(
      await facetValues(facet, typed, {
        parameters: searchParametersOf(sought),
        viewer: viewerOf(actor),
        near: near === '1',
      }),
    ),
);
