import type { PolicyVersion } from '../../../components/policy-versions.ts';

/** A version of the policy of holds. */
export type HoldsVersion = PolicyVersion<'holds'>;

/** What a desk does when a patron wants to borrow a copy that a hold of another patron could use. */
export const othersWaitRules = ['refuse', 'ask', 'ignore'] as const;
export type OthersWaitRule = (typeof othersWaitRules)[number];

/** The rule of the API until the consortium adopts another. */
export const defaultRule: OthersWaitRule = 'ask';

/** Returns the rule of a version; one that was adopted before the rule existed has the default. */
export const ruleOf = (version: HoldsVersion | undefined): OthersWaitRule => version?.body.othersWait ?? defaultRule;
