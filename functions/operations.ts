import type { AnyContract } from '../layers/platform/http/contract.ts';
import { loadContracts } from './load-contracts.ts';

/** Every operation of every context: the folders `<context>/operations/<verb-noun>`. */
export const operations = loadContracts<AnyContract>('operations');
