import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { Pupil, SchoolScheme } from './school.ts';

/** What a year does to a pupil: on to the next grade, or out of the school. Category and last good day are the card's. */
export type Rolled = {
  pupil: Pupil;
  category: string;
  expiresOn: string;
  /** Moved up, or left. */
  did: 'moved-up' | 'left';
};

type Card = Pick<PatronStatus, 'category' | 'expiresOn'>;

/** The class that comes after one in the next grade: 5b becomes 6b; a name that does not begin with its grade stays. */
export const nextClass = (classId: string, from: string, to: string): string =>
  classId.toLowerCase().startsWith(from.toLowerCase()) ? `${to}${classId.slice(from.length)}` : classId;

/** What becomes of the card of somebody who leaves on a day (`YYYY-MM-DD`): its last good day is that one, or its category another. */
export const leaversCard = ({ leavers }: Pick<SchoolScheme, 'leavers'>, card: Card, day: string): Card => {
  if (leavers.become === 'category') return { ...card, category: leavers.category };
  return { ...card, expiresOn: card.expiresOn < day ? card.expiresOn : day };
};

/** A pupil who leaves the school on a day. The number in the register stays theirs, should they come back. */
export const leftSchool = (pupil: Pupil, day: string): Pupil => {
  const { classId: _, ...rest } = pupil;
  return { ...rest, left: day };
};

/** Whether somebody is in the highest grade, and leaves with the year. */
export const isLeaver = ({ grades }: Pick<SchoolScheme, 'grades'>, { grade, left }: Pupil): boolean =>
  left === undefined && grades.at(-1)?.grade === grade;

/**
 * Rolls a pupil over into a school year that begins on a day. Nothing for whom that year has begun already, which makes a
 * second run harmless, who has left, or whose grade the scheme does not know. Keeps what was before, to be taken back.
 */
export const rollOver = (
  scheme: Pick<SchoolScheme, 'grades' | 'leavers'>,
  pupil: Pupil,
  card: Card,
  { year, day }: { year: string; day: string },
): Rolled | undefined => {
  const place = scheme.grades.findIndex(({ grade }) => grade === pupil.grade);
  if (place < 0 || pupil.left !== undefined || (pupil.year !== undefined && pupil.year >= year)) return undefined;
  const { before: _, ...now } = pupil;
  const { grade, classId, year: was } = pupil;
  const before = {
    ...{ grade, category: card.category, expiresOn: card.expiresOn },
    ...(classId !== undefined && { classId }),
    ...(was !== undefined && { year: was }),
  };
  const rolled = { ...now, year, before };
  const next = scheme.grades[place + 1];
  if (next === undefined) return { pupil: leftSchool(rolled, day), ...leaversCard(scheme, card, day), did: 'left' };
  const wasPupils = scheme.grades.some((one) => one.category === card.category);
  return {
    pupil: {
      ...rolled,
      grade: next.grade,
      ...(classId !== undefined && { classId: nextClass(classId, grade, next.grade) }),
    },
    // A category that staff gave by hand is none of the scheme's, and stays.
    category: wasPupils ? next.category : card.category,
    expiresOn: card.expiresOn,
    did: 'moved-up',
  };
};

/**
 * Takes a year back: the pupil is what was before, and so is the card where it still is as the year left it. Nothing for whom
 * this year did nothing.
 */
export const rollBack = (
  scheme: Pick<SchoolScheme, 'grades' | 'leavers'>,
  pupil: Pupil,
  card: Card,
  { year, day }: { year: string; day: string },
): { pupil: Pupil; category: string; expiresOn: string } | undefined => {
  const { before } = pupil;
  if (pupil.year !== year || before === undefined) return undefined;
  const { classId: _, left: __, year: ___, before: ____, ...rest } = pupil;
  const { category, expiresOn, ...was } = before;
  const again = rollOver(scheme, { ...rest, ...was }, before, { year, day });
  const untouched = again?.category === card.category && again.expiresOn === card.expiresOn;
  return { pupil: { ...rest, ...was }, ...(untouched ? { category, expiresOn } : card) };
};
