import { nameKey } from '../../patrons/public/name-key.ts';
import type { Person } from '../../patrons/public/person.ts';
import type { GuardianOutcome } from './guardians.ts';
import type { Pupil, RosterLine, SchoolScheme } from './school.ts';

/** The reasons why a line of a roster is rejected. */
export const rosterRejects = {
  'grade-unknown': 'The school’s scheme has no such grade.',
  'id-twice': 'The roster names this number twice.',
  'card-needed': 'Nobody is known by this number, and without a card nobody is registered.',
  'card-elsewhere': 'The card belongs to a patron of another library.',
  'card-replaced': 'The card was replaced.',
  'card-of-another': 'The card belongs to another pupil of the register.',
  'name-differs': 'The card belongs to somebody of another name.',
} as const;
export type RosterReject = keyof typeof rosterRejects;

/** The outcomes of a line. `rejoined`: had left, and is a pupil again; `left`: the register ended the enrolment. */
export const rosterOutcomes = ['added', 'matched', 'moved', 'rejoined', 'left', 'unchanged'] as const;
export type RosterOutcome = (typeof rosterOutcomes)[number];

/** A roster to load: the school's scheme, the expiry date of new pupils' cards, the time (epoch ms). */
export type Roster = {
  memberId: string;
  scheme: SchoolScheme;
  lines: readonly RosterLine[];
  /** The numbers whose enrolment ended. */
  ended: readonly string[];
  expiresOn: string;
  now: number;
  /** Who loads it, and the branch where. */
  by: string;
  branchId: string;
};

/** The result of a line: the outcome or the reason, and the patron, where known. */
export type RosterLineReport = { id: string; patronId?: string; guardian?: GuardianOutcome | undefined } & (
  | { outcome: RosterOutcome }
  | { reject: RosterReject | 'changed-meanwhile' }
);

/** The patron of a line, found by the number, else by the card. */
export type KnownAs = {
  pupil?: Pupil | undefined;
  byCard?: 'nobody' | 'elsewhere' | 'replaced' | { patronId: string; name: Person['name']; pupil?: Pupil | undefined };
};

export type LinePlan = { outcome: RosterOutcome } | { reject: RosterReject };

/** Decides what to do with one line of a roster. Takes its patron; a number takes precedence over a card. */
export const planLine = (
  line: RosterLine,
  { grades }: Pick<SchoolScheme, 'grades'>,
  { pupil, byCard = 'nobody' }: KnownAs,
): LinePlan => {
  if (!grades.some(({ grade }) => grade === line.grade)) return { reject: 'grade-unknown' };
  if (pupil !== undefined) {
    if (pupil.left !== undefined) return { outcome: 'rejoined' };
    const stays = pupil.grade === line.grade && pupil.classId === line.class;
    return { outcome: stays ? 'unchanged' : 'moved' };
  }
  if (line.card === undefined) return { reject: 'card-needed' };
  if (byCard === 'elsewhere') return { reject: 'card-elsewhere' };
  if (byCard === 'replaced') return { reject: 'card-replaced' };
  if (byCard === 'nobody') return { outcome: 'added' };
  if (byCard.pupil !== undefined) return { reject: 'card-of-another' };
  return nameKey(byCard.name) === nameKey(line.name) ? { outcome: 'matched' } : { reject: 'name-differs' };
};

/** Returns the indexes (from 0) of lines whose number occurs earlier in the roster. */
export const repeatedLines = (lines: readonly RosterLine[]): Set<number> => {
  const seen = new Set<string>();
  return new Set(
    lines.flatMap(({ id }, at) => {
      if (seen.has(id)) return [at];
      seen.add(id);
      return [];
    }),
  );
};

/** Returns the pupils of the roster's classes who are not on it: leavers, or pupils whose line was rejected. */
export const missingFrom = (lines: readonly RosterLine[], inItsClasses: readonly Pupil[]): Pupil[] => {
  const named = new Set(lines.map(({ id }) => id));
  return inItsClasses.filter(({ localId }) => !named.has(localId));
};

/** Returns a pupil with the values of a roster line. */
export const asOnRoster = (pupil: Pupil, line: RosterLine): Pupil => {
  const { left: _, ...rest } = pupil;
  return { ...rest, grade: line.grade, classId: line.class, nameKey: nameKey(line.name) };
};
