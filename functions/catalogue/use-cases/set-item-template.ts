import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { templateDeps } from '../deps.ts';
import type { ItemTemplate } from '../domain/items/item-template.ts';

type Deps = Pick<ReturnType<typeof templateDeps>, 'mappings' | 'templates'>;
type Input = { memberId: string; name: string; defaults: ItemTemplate['defaults'] | null };

/** Stores named defaults for a member's new items, or removes the name when there are no defaults. */
export const setItemTemplate = async ({ mappings, templates }: Deps, { memberId, name, defaults }: Input) => {
  const branch = defaults?.branchId;
  if (branch !== undefined && !(await mappings.branches(memberId)).has(branch))
    return refuse('branch-elsewhere', `${memberId} has no branch ${branch}.`, '/body/defaults/branchId');
  if (defaults === null) await templates.remove(memberId, name);
  else await templates.set(memberId, { name, defaults });
  return answer({ name, defaults });
};
