import type { Answered } from '../../../api/current-user.ts';

type Policy = Answered<'governance-list-policies'>['policies'][number];
/** A version of the policy of patrons, which holds the rules for PINs. */
export type PatronsVersion = Extract<Policy, { kind: 'patrons' }>;

/** The rules for PINs: how short one may be, and how a forgotten one is replaced. */
export type PinRules = { shortest: number; codeMinutes: number; perDay: number };

/** The rules of the API until the consortium adopts others. */
export const defaultRules: PinRules = { shortest: 6, codeMinutes: 15, perDay: 3 };

/** Returns the rules of a version. */
export const rulesOf = (version: PatronsVersion | undefined): PinRules =>
  version ? { ...version.body.pins, ...version.body.forgottenPin } : defaultRules;

/** Returns the versions without those that a later decision ended before they began. */
const withoutEnded = (versions: readonly PatronsVersion[]): PatronsVersion[] =>
  versions.filter(
    ({ version, effectiveFrom }) =>
      !versions.some((one) => one.endsLater && one.version > version && one.effectiveFrom <= effectiveFrom),
  );

/** Returns the versions that begin after an instant (ISO 8601) and were not ended. */
export const laterThan = (versions: readonly PatronsVersion[], at: string): PatronsVersion[] =>
  withoutEnded(versions).filter(({ effectiveFrom }) => effectiveFrom > at);

/** Returns the version in force at an instant (ISO 8601): the latest begun, the higher version when two begin together. */
export const inForceAt = (versions: readonly PatronsVersion[], at: string): PatronsVersion | undefined =>
  withoutEnded(versions)
    .filter(({ effectiveFrom }) => effectiveFrom <= at)
    .sort((a, b) =>
      a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : a.version - b.version,
    )
    .at(-1);
