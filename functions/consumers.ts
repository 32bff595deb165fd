import type { ConsumerContract } from '../layers/platform/http/consumer.ts';
import { loadContracts } from './load-contracts.ts';

/** Every function that nobody calls over HTTP: the folders `<context>/consumers/<verb-noun>`. */
export const consumers = loadContracts<ConsumerContract>('consumers');
