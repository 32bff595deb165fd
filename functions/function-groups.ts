import { type FunctionGroup, functionGroups } from '../layers/platform/http/function-group.ts';
import { operations } from './operations.ts';

/** Every function that answers operations. */
export const groups: readonly FunctionGroup[] = functionGroups(operations);
