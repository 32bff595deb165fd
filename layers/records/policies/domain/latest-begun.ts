import { millis } from '../../../kernel/calendar/days.ts';

/** The attributes that order the versions of a policy: the number, and when each takes effect. */
type Version = { version: number; effectiveFrom: string };

const later = (one: Version, other: Version): number =>
  millis(other.effectiveFrom) - millis(one.effectiveFrom) || other.version - one.version;

/** Returns the version in force at an instant: the latest effective one, the higher one when two begin together. */
export const latestBegun = <V extends Version>(versions: readonly V[], at: string): V | undefined =>
  versions.filter(({ effectiveFrom }) => millis(effectiveFrom) <= millis(at)).toSorted(later)[0];
