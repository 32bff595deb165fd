import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import { findCopyToLend } from './find-copy-to-lend.ts';
import { dueByRule } from './find-supplied-item.ts';
import { staffAt } from './request-role.ts';
import { type StepInput, takeSupplyStep } from './take-step.ts';

type Lending = Omit<Parameters<typeof findCopyToLend>[1], 'actor' | 'member'>;
type Input = Lending & {
  actor: Actor | undefined;
  askId: string;
  /** The due date that the supplier states; by its loan rule without it. */
  due?: string | undefined;
  now: number;
  keep: NonNullable<StepInput['keep']>;
};

/** Sends the copy that a supplier scanned on its way for a request. */
export const shipRequest = async (deps: ResourceSharingDeps, { askId, due, now, keep, ...lending }: Input) => {
  const { actor, branchId, requestId, barcode } = lending;
  const who = staffAt(actor, branchId, 'supplier');
  const found = await findCopyToLend(deps, { ...lending, member: who.viewer.member });
  if ('refused' in found) return found;
  const { item } = found;
  return takeSupplyStep(deps, {
    ...who,
    ...found,
    ...{ requestId, side: 'supplier', trigger: 'ship', now, branchId, askId, keep },
    particulars: { itemId: item.itemId, barcode, due: due ?? (await dueByRule(deps, requestId, item, now)) },
  });
};
