import type { AnyContract } from '../layers/http/contract.ts';
import { contract as createMember } from './membership/create-member/contract.ts';
import { contract as issueMachineToken } from './membership/issue-machine-token/contract.ts';
import { contract as listDirectory } from './membership/list-directory/contract.ts';
import { contract as refreshPatron } from './patrons/refresh/contract.ts';
import { contract as signInPatron } from './patrons/sign-in/contract.ts';

const contracts = [createMember, issueMachineToken, listDirectory, refreshPatron, signInPatron] as const;

/** Every operation of the product: routes, grants, OpenAPI, the typed client and the contract tests derive from this list. */
export const operations = contracts as unknown as readonly AnyContract[];
