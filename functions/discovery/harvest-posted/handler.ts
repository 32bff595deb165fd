import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { atOaiDoor, oaiStores } from '../oai-door.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, oaiStores, async ({ body, now }, stores) =>
  answer(await atOaiDoor(stores, body, now)),
);
