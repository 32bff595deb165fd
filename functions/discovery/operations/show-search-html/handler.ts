import { handle } from '../../../../layers/platform/http/handle.ts';
import { searchHtmlDeps } from '../../deps.ts';
import { showSearchHtml } from '../../use-cases/show-search-html.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, searchHtmlDeps, ({ query }, deps) => showSearchHtml(deps, query));
