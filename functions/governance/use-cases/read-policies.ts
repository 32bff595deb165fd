import type { policyDeps } from '../deps.ts';
import { type PolicyName, policyKindOf, policySchema } from '../domain/policy-kinds.ts';

type Deps = ReturnType<typeof policyDeps>;

/** Returns every adopted version of a policy, in the form of the API. */
export const listVersions = async ({ policies }: Deps, name: PolicyName) => {
  const found = await policies.list(policyKindOf(name));
  return found.map((one) => policySchema.parse(one));
};

/** Returns the version of a policy in force at a time, as known now (both epoch ms); undefined when there is none. */
export const versionInForce = async ({ policies }: Deps, name: PolicyName, at: number, now: number) => {
  const found = await policies.inForce(policyKindOf(name), at, now);
  return found && policySchema.parse(found);
};
