import { attributionPolicySchema } from '../../../../layers/kernel/usage/attribution.ts';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';

/** The attribution policy, which decides whose use a request is. */
export const attributionKind = policyKind('attribution', attributionPolicySchema);
