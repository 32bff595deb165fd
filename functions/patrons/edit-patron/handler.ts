import { saveEdit } from '../../../layers/data/patron-edits.ts';
import { memberOfBranch } from '../../../layers/domain/identity/roles.ts';
import { editedPatron } from '../../../layers/domain/patrons/edit-patron.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { changeOf } from '../change-of.ts';
import { isHome } from '../home.ts';
import { patronStores } from '../patron-stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronStores, async (request, { table, patrons, ids }) => {
  const { patronId } = request.path;
  const { branchId, version, note: _, ...edit } = request.body;
  const patron = await patrons.get(patronId, { strong: true });
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(patron.standing, branchId)) return refuse('not-home', 'Only the home library edits a patron.');
  if (edit.homeBranch !== undefined && memberOfBranch(edit.homeBranch) !== patron.standing.homeMember) {
    return refuse('home-elsewhere', 'Choose a branch of your own library.', '/body/homeBranch');
  }
  if (patron.person.v !== version) return refuse('changed-meanwhile', 'Look the patron up again.', '/body/version');
  const { standing, person } = patron;
  const edited = editedPatron({ standing, person: person.person }, edit, iso(request.now).slice(0, 10));
  const { changed } = edited;
  if (changed.length === 0) return answer({ patronId, version, changed });
  const outcome = await saveEdit(table, patron, edited, changeOf(request, ids, 'edited', { changed }));
  if (outcome === 'saved') return answer({ patronId, version: version + 1, changed });
  const pointer = outcome === 'branch-unknown' ? '/body/homeBranch' : '/body/version';
  return refuse(outcome, contract.refusals[outcome].meaning, pointer);
});
