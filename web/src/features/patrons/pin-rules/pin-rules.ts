import type { PolicyVersion } from '../../../components/policy-versions.ts';

/** A version of the policy of patrons, which holds the rules for PINs. */
export type PatronsVersion = PolicyVersion<'patrons'>;

/** The rules for PINs: how short one may be, and how a forgotten one is replaced. */
export type PinRules = { shortest: number; codeMinutes: number; perDay: number };

/** The rules of the API until the consortium adopts others. */
export const defaultRules: PinRules = { shortest: 6, codeMinutes: 15, perDay: 3 };

/** Returns the rules of a version. */
export const rulesOf = (version: PatronsVersion | undefined): PinRules =>
  version ? { ...version.body.pins, ...version.body.forgottenPin } : defaultRules;
