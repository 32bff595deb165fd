import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { Pupil, SchoolScheme } from './school.ts';

/** The effect of a school year on a pupil: the next grade, or leaving. Category and expiry date belong to the card. */
export type Rolled = {
  pupil: Pupil;
  category: string;
  expiresOn: string;
  /** Moved up, or left. */
  did: 'moved-up' | 'left';
};

type Card = Pick<PatronStatus, 'category' | 'expiresOn'>;

/** Returns the class of the next grade: 5b becomes 6b; a name that does not begin with its grade stays. */
export const nextClass = (classId: string, from: string, to: string): string =>
  classId.toLowerCase().startsWith(from.toLowerCase()) ? `${to}${classId.slice(from.length)}` : classId;

/** Returns the card of a pupil who leaves on a day (`YYYY-MM-DD`): it expires on that day, or changes its category. */
export const leaversCard = ({ leavers }: Pick<SchoolScheme, 'leavers'>, card: Card, day: string): Card => {
  if (leavers.become === 'category') return { ...card, category: leavers.category };
  return { ...card, expiresOn: card.expiresOn < day ? card.expiresOn : day };
};

/** Returns a pupil who has left the school on a day. The register number is retained for a possible return. */
export const leftSchool = (pupil: Pupil, day: string): Pupil => {
  const { classId: _, ...rest } = pupil;
  return { ...rest, left: day };
};

/** Whether a pupil is in the highest grade and leaves at the end of the year. */
export const isLeaver = ({ grades }: Pick<SchoolScheme, 'grades'>, { grade, left }: Pupil): boolean =>
  left === undefined && grades.at(-1)?.grade === grade;

/**
 * Moves a pupil to a school year that begins on a day. Returns nothing for a pupil whose year has begun already (so that a second run is
 * harmless), who has left, or whose grade is not in the scheme. Stores the previous state for undo.
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
    // A category set by staff is not part of the scheme, so it stays.
    category: wasPupils ? next.category : card.category,
    expiresOn: card.expiresOn,
    did: 'moved-up',
  };
};

/**
 * Reverts a year: restores the pupil's previous state, and the card where it is unchanged since. Returns nothing for a pupil whom this
 * year did not change.
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
