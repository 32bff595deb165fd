import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { loansOf } from '../../schemas/views.ts';
import { circulationHouse } from '../../use-cases/house.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationHouse, async ({ actor, now }, house) =>
  answer({ loans: await loansOf(house, patronOf(actor).id, now, iso(now)) }),
);
