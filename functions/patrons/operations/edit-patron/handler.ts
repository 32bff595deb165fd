import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { agesOutWrites } from '../../data/ages-out-store.ts';
import { departmentCheck, takesPeople } from '../../data/department-store.ts';
import { saveEdit } from '../../data/patron-edits.ts';
import { editedPatron } from '../../domain/edit-patron.ts';
import { changeOf } from '../../use-cases/change-of.ts';
import { refusedEdit } from '../../use-cases/describing.ts';
import { deskStores, patronsPolicy } from '../../use-cases/desk.ts';
import { isHome } from '../../use-cases/home.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, deskStores, async (request, { table, patrons, ids, policies }) => {
  const { branchId, version, note: _, ...edit } = request.body;
  const patron = await patrons.get(request.path.patronId, { strong: true });
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  const { status, person } = patron;
  const { patronId } = status;
  if (!isHome(status, branchId)) return refuse('not-home', 'Only the home library edits a patron.');
  if (edit.homeBranch !== undefined && memberOfBranch(edit.homeBranch) !== status.homeMember) {
    return refuse('home-elsewhere', 'Choose a branch of your own library.', '/body/homeBranch');
  }
  if (person.v !== version) return refuse('changed-meanwhile', 'Look the patron up again.', '/body/version');
  const today = iso(request.now).slice(0, 10);
  const edited = editedPatron({ status, person: person.person }, edit, today);
  const { changed } = edited;
  if (changed.length === 0) return answer({ patronId, version, changed });
  const policy = await patronsPolicy({ policies }, request.now);
  const refused = refusedEdit(policy, edited, edit.classes, today);
  if (refused.length > 0) return { refused };
  const { category, department } = edited.status;
  const moves = department !== undefined && changed.includes('department');
  if (moves && !(await takesPeople(table, status.homeMember, department))) {
    return refuse('department-unknown', 'The library has no such department.', '/body/department');
  }
  const beside = [
    ...agesOutWrites(policy, { patronId, category, birthDate: edited.person.birthDate }),
    ...(moves ? [departmentCheck(status.homeMember, department)] : []),
  ];
  const change = changeOf(request, ids, 'edited', { changed });
  const done = { patronId, version: version + 1, changed };
  const outcome = await saveEdit(table, patron, edited, change, [...beside, ...request.keep(done)]);
  if (outcome === 'saved') return answer(done);
  const pointer = outcome === 'branch-unknown' ? '/body/homeBranch' : '/body/version';
  return refuse(outcome, contract.refusals[outcome].meaning, pointer);
});
