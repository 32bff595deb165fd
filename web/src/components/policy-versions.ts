import type { Answered } from '../api/current-user.ts';

type Policy = Answered<'governance-list-policies'>['policies'][number];
export type PolicyKind = Policy['kind'];
/** A version of a policy of one kind. */
export type PolicyVersion<K extends PolicyKind> = Extract<Policy, { kind: K }>;
/** The attributes of a version that its kind does not change. */
export type Dated = Pick<Policy, 'version' | 'effectiveFrom' | 'decisionReference'>;

/** Returns the version in force at an instant (ISO 8601): the latest begun, the higher version when two begin together. */
export const inForceAt = <V extends Pick<Dated, 'version' | 'effectiveFrom'>>(
  versions: readonly V[],
  at: string,
): V | undefined =>
  versions
    .filter(({ effectiveFrom }) => effectiveFrom <= at)
    .sort((a, b) =>
      a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : a.version - b.version,
    )
    .at(-1);
