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

/** Returns the version in force at an instant (ISO 8601): the latest begun, the higher version when two begin together. */
export const inForceAt = (versions: readonly PatronsVersion[], at: string): PatronsVersion | undefined =>
  versions
    .filter(({ effectiveFrom }) => effectiveFrom <= at)
    .sort((a, b) =>
      a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : a.version - b.version,
    )
    .at(-1);
