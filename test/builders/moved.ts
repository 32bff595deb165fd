import { decideCheckin } from '../../functions/circulation/domain/checkin/checkin.ts';
import type { CheckinRequest } from '../../functions/circulation/domain/checkin/checkin-request.ts';
import { nextStep } from '../../functions/circulation/domain/decisions/next-step.ts';
import type { SendRequest } from '../../functions/circulation/domain/items/move-item.ts';
import type { ItemCirculation, Transit } from '../../functions/items/domain/item-circulation.ts';
import { aCheckin, anItem, monday } from './circulation.ts';
import { moving } from './movement.ts';

/** A day after the scans of these tests, and a due date later than that. */
export const later = '2026-03-03T11:00:00.000Z';
export const notLate = { due: '2026-03-27T22:59:59.000Z' };
/** The transit home from birch.east, and the copy in it. */
export const homeward: Transit = {
  from: 'birch.east',
  to: 'ash.main',
  purpose: 'home',
  sentAt: '2026-03-02T10:50:00.000Z',
};
export const onItsWayHome = anItem({ state: 'in-transit', currentBranch: 'birch.east', transit: homeward });

/** A scanned copy, with all consequences. */
export const checkedIn = (over: Partial<CheckinRequest>) => {
  const decision = decideCheckin(aCheckin({ item: anItem(), ...over }));
  const after = decision.changes.item?.after ?? anItem();
  return {
    ...{ decision, after, because: decision.because, next: nextStep(after), guests: decision.changes.guests },
    names: decision.facts.map(({ name }) => name),
    holds: decision.changes.holds,
  };
};

/** Returns the result of a decision: its codes when it is refused, otherwise its changes. */
export const outcome = (decision: object) => {
  if ('refused' in decision) return (decision.refused as { code: string }[]).map(({ code }) => code);
  const { changes, facts } = decision as Pick<ReturnType<typeof decideCheckin>, 'changes' | 'facts'>;
  return { item: changes.item?.after, holds: changes.holds.map(({ after }) => after), facts, resets: changes.resets };
};
/** Returns the copy after an accepted decision. */
export const itemOf = (decision: object): ItemCirculation => {
  const { item } = outcome(decision) as { item?: ItemCirculation };
  if (item === undefined) throw new Error(JSON.stringify(decision));
  return item;
};

/** A copy of ash that is sent to birch for display. */
export const transferAsked: SendRequest = {
  item: anItem(),
  branchId: 'ash.main',
  to: 'birch.east',
  purpose: 'display',
  inHand: true,
  at: monday,
};

/** The same, with overrides. */
export const asked = (over: Partial<SendRequest> = {}): SendRequest => ({ ...transferAsked, ...over });

/** Policies by which novels float: everywhere, unless other places are named. */
export const floating = (over: object = {}, places: object[] = [{ at: 'consortium' }]) =>
  moving({ floating: [{ group: 'novels', items: [{ itemCategory: 'book' }], places: places as never, ...over }] });
