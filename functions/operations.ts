import type { AnyContract } from '../layers/http/contract.ts';
import { contract as adoptPolicy } from './governance/adopt-policy/contract.ts';
import { contract as getPolicyInForce } from './governance/get-policy-in-force/contract.ts';
import { contract as listPolicies } from './governance/list-policies/contract.ts';
import { contract as createBranch } from './membership/create-branch/contract.ts';
import { contract as createMachineClient } from './membership/create-machine-client/contract.ts';
import { contract as createMember } from './membership/create-member/contract.ts';
import { contract as giveRole } from './membership/give-role/contract.ts';
import { contract as inviteStaff } from './membership/invite-staff/contract.ts';
import { contract as issueMachineToken } from './membership/issue-machine-token/contract.ts';
import { contract as listDirectory } from './membership/list-directory/contract.ts';
import { contract as listStaff } from './membership/list-staff/contract.ts';
import { contract as updateBranchHours } from './membership/update-branch-hours/contract.ts';
import { contract as whoami } from './membership/whoami/contract.ts';
import { contract as withdrawRole } from './membership/withdraw-role/contract.ts';
import { contract as refreshPatron } from './patrons/refresh/contract.ts';
import { contract as signInPatron } from './patrons/sign-in/contract.ts';

const contracts = [
  adoptPolicy,
  createBranch,
  createMachineClient,
  createMember,
  getPolicyInForce,
  giveRole,
  inviteStaff,
  issueMachineToken,
  listDirectory,
  listPolicies,
  listStaff,
  refreshPatron,
  signInPatron,
  updateBranchHours,
  whoami,
  withdrawRole,
] as const;

/** Every operation of the product: routes, grants, OpenAPI, the typed client and the contract tests derive from this list. */
export const operations = contracts as unknown as readonly AnyContract[];
