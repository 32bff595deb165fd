import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { billsOf, billView } from '../../schemas/views.ts';
import { circulationHouse } from '../../use-cases/house.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationHouse, async ({ actor, now }, house) =>
  answer(await billsOf(house, patronOf(actor).id, now, billView)),
);
