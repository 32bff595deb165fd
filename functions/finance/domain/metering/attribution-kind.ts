import { attributionPolicySchema } from '../../../../layers/kernel/usage/attribution.ts';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';

/** Whose use a request is: the policy of attribution. */
export const attributionKind = policyKind('attribution', attributionPolicySchema);
