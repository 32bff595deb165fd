import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { editedPatron } from '../../patrons/public/edit-patron.ts';
import { findPossibleDuplicates } from '../../patrons/public/find-possible-duplicates.ts';
import { isMinorOn } from '../../patrons/public/is-minor-on.ts';
import { isStillMinor } from '../../patrons/public/is-still-minor.ts';
import { type Patron, patronStore } from '../../patrons/public/patron-store.ts';
import { saveEdit } from '../../patrons/public/save-edit.ts';
import { type GuardianOutcome, isOfGuardian, planGuardian, type RosterGuardian } from '../domain/guardians.ts';
import type { RosterLine } from '../domain/school.ts';

/** Who loads the list, where and when (`now` in epoch ms); a dry run only says what would become of a guardian. */
export type GuardianWork = { by: string; branchId: string; memberId: string; now: number; dryRun: boolean };

const TRIES = 3;
const NOBODY = 'pat_none';

/** Finds the adults who are guardians of the register and patrons, whose identity a desk has verified, by address and name. */
const patronsAmong = async (
  table: Table,
  guardians: readonly RosterGuardian[],
  patronId: string,
  today: string,
): Promise<string[]> => {
  const found = await Promise.all(
    guardians.map(async (guardian) => {
      const alike = await findPossibleDuplicates(table, patronId, guardian);
      return alike.filter(({ other }) => isOfGuardian(other.person, guardian)).map(({ other }) => other);
    }),
  );
  const people = [...new Map(found.flat().map((one) => [one.patronId, one])).values()];
  const adults = await Promise.all(
    people.map(async ({ patronId: id, person }) => {
      const status = await patronStore(table).status(id, { strong: true });
      const mayAnswer = status && !status.temporary && !isStillMinor(status, person, today);
      return mayAnswer && status.guarantorId !== patronId ? [id] : [];
    }),
  );
  return adults.flat();
};

/** Describes a pupil who is registered only by the load itself. */
const newPupil = ({ birthDate }: RosterLine, today: string) => ({
  isMinor: birthDate === undefined || isMinorOn(birthDate, today),
});

const pupilNow = ({ status, person }: Patron, today: string) => ({
  guarantorId: status.guarantorId,
  isMinor: isStillMinor(status, person.person, today),
});

/**
 * Makes the guardian that the register names the guardian of a pupil's record, if that person is a patron and the record has none. What the
 * guardian then sees is a matter of the policy of patrons. Returns undefined for a line without guardians or a pupil of another library.
 */
export const linkGuardian = async (
  table: Table,
  ids: Ids,
  { line, patronId }: { line: RosterLine; patronId: string | undefined },
  { by, branchId, memberId, now, dryRun }: GuardianWork,
): Promise<GuardianOutcome | undefined> => {
  const { guardians = [] } = line;
  if (guardians.length === 0) return undefined;
  const at = iso(now);
  const today = at.slice(0, 10);
  const found = await patronsAmong(table, guardians, patronId ?? NOBODY, today);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const patron = patronId === undefined ? undefined : await patronStore(table).get(patronId, { strong: true });
    if (patron && patron.status.homeMember !== memberId) return undefined;
    const plan = planGuardian(patron ? pupilNow(patron, today) : newPupil(line, today), found);
    if (plan.guardianId === undefined || dryRun || !patron) return plan.outcome;
    const { status, person } = patron;
    const before = { status, person: person.person, contactConsents: person.contactConsents };
    const edited = editedPatron(before, { guarantorId: plan.guardianId }, at);
    const change = { changeId: ids.next('change', now), at, by, branchId, did: 'edited' as const };
    const outcome = await saveEdit(table, patron, edited, { ...change, detail: { changed: edited.changed } });
    if (outcome === 'saved') return plan.outcome;
  }
  return 'no-patron';
};
