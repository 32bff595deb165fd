import type { AnyContract } from '../layers/http/contract.ts';
import { contract as createMember } from './membership/create-member/contract.ts';
import { contract as listDirectory } from './membership/list-directory/contract.ts';

const contracts = [createMember, listDirectory] as const;

/** Every operation of the product: routes, grants, OpenAPI, the typed client and the contract tests derive from this list. */
export const operations = contracts as unknown as readonly AnyContract[];
