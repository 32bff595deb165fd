import { consumers } from '../../functions/consumers.ts';
import { operations } from '../../functions/operations.ts';
import type { Touches } from '../../layers/platform/http/contract.ts';
import { groupOf } from '../../layers/platform/http/function-group.ts';

/**
 * Returns the operations and consumers of a context that declare a touch, and the functions that run them, by their names in logical ids:
 * without the context and without dashes.
 */
export const declared = <T extends keyof Touches>(
  context: string,
  touch: T,
  value: Touches[T],
): { by: string[]; functions: string[] } => {
  const declaring = [...operations, ...consumers].filter(
    (one) => one.context === context && one.touches[touch] === value,
  );
  const named = (ids: readonly string[]): string[] =>
    [...new Set(ids.map((id) => id.slice(context.length + 1).replaceAll('-', '')))].toSorted();
  return {
    by: named(declaring.map(({ id }) => id)),
    functions: named(declaring.map((one) => ('trigger' in one ? one.id : groupOf(one)))),
  };
};
