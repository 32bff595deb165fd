import type { Answered } from '../api/current-user.ts';

type Policy = Answered<'governance-list-policies'>['policies'][number];
export type PolicyKind = Policy['kind'];
/** A version of a policy of one kind. */
export type PolicyVersion<K extends PolicyKind> = Extract<Policy, { kind: K }>;
/** The attributes of a version that its kind does not change. */
export type Dated = Pick<
  Policy,
  'version' | 'effectiveFrom' | 'endsLater' | 'decisionReference' | 'proposalId' | 'returnsTo'
>;
type Ordered = Pick<Dated, 'version' | 'effectiveFrom' | 'endsLater'>;

/** Returns whether a later decision ended a version before it began. */
export const isEnded = (versions: readonly Ordered[], { version, effectiveFrom }: Ordered): boolean =>
  versions.some((one) => one.endsLater === true && one.version > version && one.effectiveFrom <= effectiveFrom);

/** Returns the versions that begin after an instant (ISO 8601). */
export const laterThan = <V extends Ordered>(versions: readonly V[], at: string): V[] =>
  versions.filter((one) => one.effectiveFrom > at && !isEnded(versions, one));

/** Returns the version in force at an instant (ISO 8601): the latest begun, the higher version when two begin together. */
export const inForceAt = <V extends Ordered>(versions: readonly V[], at: string): V | undefined =>
  versions
    .filter((one) => one.effectiveFrom <= at && !isEnded(versions, one))
    .sort((a, b) =>
      a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : a.version - b.version,
    )
    .at(-1);

/** Returns the version that was adopted before another. */
export const versionBefore = <V extends Pick<Dated, 'version'>>(
  versions: readonly V[],
  { version }: V,
): V | undefined =>
  versions
    .filter((one) => one.version < version)
    .sort((one, other) => one.version - other.version)
    .at(-1);
