import { millis } from '../../../kernel/calendar/millis.ts';

/**
 * The attributes that order the versions of a policy: the number, when each takes effect, and whether it also ends the earlier versions that
 * would begin after it.
 */
export type Version = { version: number; effectiveFrom: string; endsLater?: true | undefined };

/** A time in which a version is in force: from an instant until another one, or for good. */
export type VersionPeriod = { version: number; from: string; until?: string | undefined };

/** Orders versions by when they take effect; the higher number is later when two begin together. */
export const byBeginning = (one: Version, other: Version): number =>
  millis(one.effectiveFrom) - millis(other.effectiveFrom) || one.version - other.version;

/** Returns the versions without those that a later decision ended before they began. */
export const withoutEnded = <V extends Version>(versions: readonly V[]): V[] =>
  versions.filter(
    ({ version, effectiveFrom }) =>
      !versions.some(
        (other) => other.endsLater && other.version > version && millis(other.effectiveFrom) <= millis(effectiveFrom),
      ),
  );

/** Returns the version in force at an instant: the latest effective one, the higher one when two begin together. */
export const latestBegun = <V extends Version>(versions: readonly V[], at: string): V | undefined =>
  withoutEnded(versions)
    .filter(({ effectiveFrom }) => millis(effectiveFrom) <= millis(at))
    .toSorted(byBeginning)
    .at(-1);

/**
 * Returns the periods in force from `now` on, after another version was adopted. Takes the periods before it, of which the first may have
 * begun earlier.
 */
export const afterAdoption = (periods: readonly VersionPeriod[], adopted: Version, now: string): VersionPeriod[] => {
  const before = periods.map(({ version, from }): Version => ({ version, effectiveFrom: from }));
  const all = withoutEnded([...before, adopted]).toSorted(byBeginning);
  return all
    .filter((one, index) => {
      const next = all[index + 1];
      return next === undefined || millis(next.effectiveFrom) > millis(one.effectiveFrom);
    })
    .map(({ version, effectiveFrom: from }, index, rest): VersionPeriod => {
      const until = rest[index + 1]?.effectiveFrom;
      return { version, from, ...(until !== undefined && { until }) };
    })
    .filter(({ until }) => until === undefined || millis(until) > millis(now));
};

/** Returns the period that contains an instant. */
export const periodAt = (periods: readonly VersionPeriod[], at: string): VersionPeriod | undefined =>
  periods.find(({ from, until }) => millis(from) <= millis(at) && (until === undefined || millis(at) < millis(until)));
