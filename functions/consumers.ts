import type { ConsumerContract } from '../layers/http/consumer.ts';
import { contract as authorize } from './membership/authorize/contract.ts';

/** Every function that nobody calls over HTTP. */
export const consumers: readonly ConsumerContract[] = [authorize];
