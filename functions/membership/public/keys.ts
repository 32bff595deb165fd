import { keysOfSome } from '../../../layers/platform/dynamodb/keys.ts';
import { keys as own } from '../data/keys.ts';

/** The keys of the rows of this context that other contexts read or name in their transactions. */
export const keys = keysOfSome(own, 'member', 'branch');
