import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { choicesView } from '../../use-cases/choices.ts';
import { noticesHouse } from '../../use-cases/house.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesHouse, async ({ actor, now }, house) => {
  const patron = await house.patrons.get(patronOf(actor).id);
  return patron ? answer(await choicesView(house, patron, now)) : refuse('gone', 'This patron is no longer here.');
});
