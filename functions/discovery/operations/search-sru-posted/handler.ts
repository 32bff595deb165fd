import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { atSruDoor, sruStores } from '../../use-cases/sru-endpoint.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, sruStores, async ({ body }, stores) => answer(await atSruDoor(stores, body)));
