import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { refuse } from '../../../../layers/platform/http/outcome.ts';
import { patronChange } from '../../../patrons/public/patron-change.ts';
import { setChoices } from '../../use-cases/choices.ts';
import { noticesHouse } from '../../use-cases/house.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesHouse, async ({ actor, body, now }, house) => {
  const patron = await house.patrons.get(patronOf(actor).id, { strong: true });
  if (!patron) return refuse('gone', 'This patron is no longer here.');
  const change = patronChange({ actor, now, body: {} }, house.ids, 'notices-chosen', {});
  return setChoices(house, patron, body, change, now);
});
