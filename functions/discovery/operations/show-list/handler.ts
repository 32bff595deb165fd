import { handle } from '../../../../layers/platform/http/handle.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { listPageDeps } from '../../deps.ts';
import { showListPage } from '../../use-cases/show-list-page.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listPageDeps, ({ actor, path: { listId }, query: { after }, now }, deps) =>
  showListPage(deps, { actor, viewer: viewerOf(actor), listId, after, now }),
);
