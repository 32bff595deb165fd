import type { RollOverDeps } from '../../deps.ts';
import { isWorking, type RollOver } from '../../domain/roll-over.ts';
import { orderReader } from './order-groups.ts';
import { checkStage, previewStage } from './preview-stage.ts';
import { moneyStage, ordersStage } from './run-stages.ts';
import { backStage, holdStage, moneyBackStage, releaseStage } from './undo-stages.ts';

/**
 * Goes on with a roll-over until it has nothing to do or the time is over, and returns how far it is. What was written is not done again by the next
 * run. `undefined` when another run works at it.
 */
export const runRollOver = async (
  work: RollOverDeps,
  given: RollOver,
  until: number,
): Promise<RollOver | undefined> => {
  const reader = orderReader(work);
  const running = {
    ...{ funds: moneyStage, orders: ordersStage },
    ...{ hold: holdStage, back: backStage, 'money-back': moneyBackStage, release: releaseStage },
  };
  let rollOver = given;
  while (isWorking(rollOver.state)) {
    if (work.clock.now() > until) return rollOver;
    const { state, progress } = rollOver;
    const next: RollOver | undefined =
      state === 'previewing'
        ? await previewStage(work, rollOver, until)
        : state === 'checking' || !progress
          ? await checkStage(work, rollOver, until)
          : await running[progress.stage](work, rollOver, progress, reader);
    if (!next) return undefined;
    rollOver = next;
  }
  return rollOver;
};
