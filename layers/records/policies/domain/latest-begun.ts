import { millis } from '../../../kernel/calendar/days.ts';

/** What tells versions of one policy apart: from when on each is read. */
type Version = { version: number; effectiveFrom: string };

const later = (one: Version, other: Version): number =>
  millis(other.effectiveFrom) - millis(one.effectiveFrom) || other.version - one.version;

/** The version that is in force at an instant: the latest begun, the higher one where two begin together. */
export const latestBegun = <V extends Version>(versions: readonly V[], at: string): V | undefined =>
  versions.filter(({ effectiveFrom }) => millis(effectiveFrom) <= millis(at)).toSorted(later)[0];
