import { handle } from '../../../../layers/platform/http/handle.ts';
import { refuse } from '../../../../layers/platform/http/outcome.ts';
import { isHome } from '../../../patrons/public/is-home.ts';
import { patronChange } from '../../../patrons/public/patron-change.ts';
import { setChoices } from '../../use-cases/choices.ts';
import { noticesHouse } from '../../use-cases/house.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesHouse, async ({ actor, path: { patronId }, body, now }, house) => {
  const { branchId, ...wish } = body;
  const patron = await house.patrons.get(patronId, { strong: true });
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(patron.status, branchId)) return refuse('not-home', 'Only the home library does this.');
  const change = patronChange({ actor, now, body: { branchId } }, house.ids, 'notices-chosen', {});
  return setChoices(house, patron, wish, change, now);
});
