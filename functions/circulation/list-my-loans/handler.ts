import { patronOf } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { circulationHouse } from '../house.ts';
import { loansOf } from '../views.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationHouse, async ({ actor, now }, house) =>
  answer({ loans: await loansOf(house, patronOf(actor).id, now, iso(now)) }),
);
