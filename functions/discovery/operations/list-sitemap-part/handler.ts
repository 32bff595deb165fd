import { handle } from '../../../../layers/platform/http/handle.ts';
import { sitemapDeps } from '../../deps.ts';
import { listSitemapPart } from '../../use-cases/list-sitemap.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, sitemapDeps, ({ path: { part } }, deps) => listSitemapPart(deps, part));
