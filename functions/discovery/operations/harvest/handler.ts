import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { atOaiDoor, oaiStores } from '../../use-cases/oai-pmh-endpoint.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, oaiStores, async ({ query, now }, stores) =>
  answer(await atOaiDoor(stores, query, now)),
);
