import { handle } from '../../../../layers/platform/http/handle.ts';
import { feedDeps } from '../../deps.ts';
import { writeFeed } from '../../use-cases/write-feed.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, feedDeps, ({ query }, deps) => writeFeed(deps, query));
