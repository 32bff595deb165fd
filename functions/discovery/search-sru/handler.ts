import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { atSruDoor, sruStores } from '../sru-door.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, sruStores, async ({ query }, stores) => answer(await atSruDoor(stores, query)));
