import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { agesOutWrites } from '../data/ages-out-store.ts';
import { departmentCheck } from '../data/department-store.ts';
import { saveEdit } from '../data/patron-edits.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { isHome } from '../domain/access/is-home.ts';
import type { PatronChange } from '../domain/record/change.ts';
import { editedPatron, type PatronEdit, refusedEdit } from '../domain/record/edit-patron.ts';

type Edited = { patronId: string; version: number; changed: string[] };
type EditRequest = {
  patronId: string;
  branchId: string;
  /** The version of the description that the desk saw. */
  version: number;
  edit: PatronEdit;
  now: number;
  change: (changed: string[]) => PatronChange;
  /** Writes of the same transaction. */
  beside: (done: Edited) => Write[];
};

const guardianField = '/body/guarantorId';

const refusals = {
  'branch-unknown': { detail: 'There is no such branch.', pointer: '/body/homeBranch' },
  'changed-meanwhile': { detail: 'Somebody else changed this patron: look again.', pointer: '/body/version' },
} as const;

/** Returns the id of the guardian to set, empty to remove it, undefined to leave it; refuses an unknown one, and a dependant of the patron. */
const guardianOf = async ({ patrons }: PatronsStores, patronId: string, wanted: string | null | undefined) => {
  if (wanted === undefined || wanted === null) return wanted === null ? '' : undefined;
  const guardian = await patrons.status(wanted, { strong: true });
  if (!guardian) return refuse('guarantor-unknown', 'There is no such patron to answer for this one.', guardianField);
  const isDependant = guardian.patronId === patronId || guardian.guarantorId === patronId;
  return isDependant ? refuse('answers-for', 'The patron answers for this one.', guardianField) : guardian.patronId;
};

/** Changes what a desk of the home member may change of a patron. */
export const editPatron = async (
  deps: PatronsStores,
  { patronId: id, branchId, version, edit, ...request }: EditRequest,
) => {
  const patron = await deps.patrons.get(id, { strong: true });
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  const { status, person } = patron;
  const { patronId, homeMember } = status;
  if (!isHome(status, branchId)) return refuse('not-home', 'Only the home library edits a patron.');
  if (edit.homeBranch !== undefined && memberOfBranch(edit.homeBranch) !== homeMember) {
    return refuse('home-elsewhere', 'Choose a branch of your own library.', '/body/homeBranch');
  }
  if (person.v !== version) return refuse('changed-meanwhile', 'Look the patron up again.', '/body/version');
  const guardian = await guardianOf(deps, patronId, edit.guarantorId);
  if (guardian !== undefined && typeof guardian === 'object') return guardian;
  const at = iso(request.now);
  const today = at.slice(0, 10);
  const { contactConsents } = person;
  const edited = editedPatron(
    { status, person: person.person, contactConsents },
    { ...edit, guarantorId: guardian === '' ? null : guardian },
    at,
  );
  const { changed } = edited;
  if (changed.length === 0) return answer({ patronId, version, changed });
  const policy = await deps.patronsPolicy(request.now);
  const refused = refusedEdit(policy, edited, edit.classes, today);
  if (refused.length > 0) return { refused };
  const { category, department } = edited.status;
  const joins = department !== undefined && changed.includes('department') ? department : undefined;
  if (joins !== undefined && !(await deps.departments.takesPeople(homeMember, joins))) {
    return refuse('department-unknown', 'The library has no such department.', '/body/department');
  }
  const done = { patronId, version: version + 1, changed };
  const outcome = await saveEdit(deps.table, patron, edited, request.change(changed), [
    ...agesOutWrites(policy, { patronId, category, birthDate: edited.person.birthDate }),
    ...(joins !== undefined ? [departmentCheck(homeMember, joins)] : []),
    ...request.beside(done),
  ]);
  return outcome === 'saved' ? answer(done) : refuse(outcome, refusals[outcome].detail, refusals[outcome].pointer);
};
