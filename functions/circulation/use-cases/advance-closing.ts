import { setClosure } from '../../membership/public/set-closure.ts';
import type { Closing } from '../data/closing-store.ts';
import type { ClosingDeps } from '../deps.ts';
import { busyStates, closedDays } from '../domain/closings/closing.ts';
import { gatherClosing } from './gather-closing.ts';
import { moveClosedDates } from './move-closed-dates.ts';

const noteDays = ({ branches, clock }: ClosingDeps, closing: Closing, way: 'add' | 'remove'): Promise<boolean> => {
  const { branchId, by } = closing;
  return setClosure(branches, { branchId, closure: closedDays(closing), way, by, now: clock.now() });
};

const advanceOnce = async (deps: ClosingDeps, closing: Closing): Promise<Closing | undefined> => {
  if (closing.state === 'gathering') return gatherClosing(deps, closing);
  // What was lent since the preview is looked for again, once the calendar has the closed days.
  if (closing.state === 'noting')
    return (await noteDays(deps, closing, 'add')) ? gatherClosing(deps, closing) : closing;
  if (closing.state === 'undoing') await noteDays(deps, closing, 'remove');
  return moveClosedDates(deps, closing);
};

/**
 * Continues a closing until it waits for staff or an instant (epoch ms) has come. It can stop anywhere: the next call continues, and
 * repeats nothing that is done.
 */
export const advanceClosing = async (deps: ClosingDeps, given: Closing, until: number): Promise<Closing> => {
  let closing: Closing | undefined = given;
  while (closing && busyStates.includes(closing.state)) {
    const { branchId, closingId }: Closing = closing;
    closing = (await advanceOnce(deps, closing)) ?? (await deps.closings.get(branchId, closingId));
    if (deps.clock.now() >= until) break;
  }
  return closing ?? given;
};
