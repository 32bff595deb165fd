import { handle } from '../../../../layers/platform/http/handle.ts';
import { refuse } from '../../../../layers/platform/http/outcome.ts';
import { isHome } from '../../../patrons/public/is-home.ts';
import { patronChange } from '../../../patrons/public/patron-change.ts';
import { noticesDeps } from '../../deps.ts';
import { setChoices } from '../../use-cases/set-choices.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, async ({ actor, path: { patronId }, body, now }, deps) => {
  const { branchId, ...choices } = body;
  const patron = await deps.patrons.get(patronId, { strong: true });
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(patron.status, branchId)) return refuse('not-home', 'Only the home library does this.');
  const change = patronChange({ actor, now, body: { branchId } }, deps.ids, 'notices-chosen', {});
  return setChoices(deps, patron, choices, change, now);
});
