import type { AnyContract } from '../layers/http/contract.ts';
import { contract as getMonth } from './finance/get-month/contract.ts';
import { contract as getMonthCsv } from './finance/get-month-csv/contract.ts';
import { contract as getPriceBook } from './finance/get-price-book/contract.ts';
import { contract as listLedger } from './finance/list-ledger/contract.ts';
import { contract as listOperations } from './finance/list-operations/contract.ts';
import { contract as listRequests } from './finance/list-requests/contract.ts';
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
import { contract as listMachineClients } from './membership/list-machine-clients/contract.ts';
import { contract as listStaff } from './membership/list-staff/contract.ts';
import { contract as updateBranchHours } from './membership/update-branch-hours/contract.ts';
import { contract as whoami } from './membership/whoami/contract.ts';
import { contract as withdrawMachineClient } from './membership/withdraw-machine-client/contract.ts';
import { contract as withdrawRole } from './membership/withdraw-role/contract.ts';
import { contract as blockPatron } from './patrons/block-patron/contract.ts';
import { contract as listPatrons } from './patrons/list-patrons/contract.ts';
import { contract as lookUpPatron } from './patrons/look-up-patron/contract.ts';
import { contract as myLookLog } from './patrons/my-look-log/contract.ts';
import { contract as myProfile } from './patrons/my-profile/contract.ts';
import { contract as refreshPatron } from './patrons/refresh/contract.ts';
import { contract as registerPatron } from './patrons/register-patron/contract.ts';
import { contract as replaceCard } from './patrons/replace-card/contract.ts';
import { contract as resetPin } from './patrons/reset-pin/contract.ts';
import { contract as setMyPin } from './patrons/set-my-pin/contract.ts';
import { contract as signInPatron } from './patrons/sign-in/contract.ts';
import { contract as unblockPatron } from './patrons/unblock-patron/contract.ts';

const contracts = [
  adoptPolicy,
  blockPatron,
  createBranch,
  createMachineClient,
  createMember,
  getMonth,
  getMonthCsv,
  getPolicyInForce,
  getPriceBook,
  giveRole,
  inviteStaff,
  issueMachineToken,
  listDirectory,
  listLedger,
  listMachineClients,
  listOperations,
  listPatrons,
  listPolicies,
  listRequests,
  listStaff,
  lookUpPatron,
  myLookLog,
  myProfile,
  refreshPatron,
  registerPatron,
  replaceCard,
  resetPin,
  setMyPin,
  signInPatron,
  unblockPatron,
  updateBranchHours,
  whoami,
  withdrawMachineClient,
  withdrawRole,
] as const;

/** Every operation of the product: routes, grants, OpenAPI, the typed client and the contract tests derive from this list. */
export const operations = contracts as unknown as readonly AnyContract[];
