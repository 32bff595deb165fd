import * as z from 'zod';
import type { Step } from '../case-steps.ts';
import { cases } from '../cases.ts';
import { dayWork } from '../day-work.ts';
import { everydayLoans } from '../everyday.ts';
import { demoSeed } from '../past.ts';
import type { Performer } from './in-process.ts';
import type { Running } from './running.ts';
import type { StaffActors } from './staff-actors.ts';
import { timelineOf } from './timeline.ts';

const anything = z.unknown();
const lent = z.object({ loan: z.object({ due: z.iso.datetime() }) });

/** Everyday loans: one for each patron in no case; a test needs only a few. */
const FEW = 10;
const DAY = 86_400_000;

type Waiting = Extract<Step, { do: 'place-hold' }>;

/** Returns the union record of a work. Throws when the work is in no record. */
export function recordIn(recordOf: ReadonlyMap<string, string>, workId: string): string {
  const recordId = recordOf.get(workId);
  if (recordId === undefined) throw new Error(`${workId} is not in the union catalogue.`);
  return recordId;
}

type Parts = { performer: Performer; actor: StaffActors; recordOf: ReadonlyMap<string, string> };

const operations = {
  'check-in': 'circulation-check-in',
  'declare-lost': 'circulation-declare-lost',
  'claim-returned': 'circulation-claim-returned',
  charge: 'circulation-charge-fee',
} as const;

/** The current rules decide when a loan is due; a case that assumes another day would show something else than it claims. */
async function lend({ performer, actor }: Parts, step: Extract<Step, { do: 'checkout' }>, at: number): Promise<void> {
  const { branch: branchId, barcode: item, card: patron } = step;
  const by = actor('desk', branchId);
  const { loan } = await performer.act('circulation-check-out', lent, { by, at, body: { branchId, item, patron } });
  const days = (Date.parse(loan.due) - at) / DAY;
  // Closed days move a due date later, during a school's summer by weeks; nothing moves one earlier by more than the rest of a
  // day.
  const expected = step.daysAgo - step.dueDaysAgo;
  if (days < expected - 1) throw new Error(`${item} fell due after ${days} days, ${expected} were expected.`);
}

async function hold({ performer, actor, recordOf }: Parts, step: Waiting, at: number): Promise<void> {
  const { card: patron, workId, pickup: branchId } = step;
  const body = { recordId: recordIn(recordOf, workId), pickupBranch: branchId, branchId, patron, wait: true };
  await performer.act('circulation-place-hold', anything, { by: actor('desk', branchId), at, body });
}

async function take(parts: Parts, step: Step, at: number): Promise<void> {
  if (step.do === 'checkout') return lend(parts, step, at);
  if (step.do === 'place-hold') return hold(parts, step, at);
  if (step.do === 'request-loan') return;
  const { branch: branchId } = step;
  if (step.do === 'mark-missing') {
    const body = { branchId, item: step.barcode, state: 'missing' };
    await parts.performer.act('circulation-mark-item', anything, { by: parts.actor('desk', branchId), at, body });
    return;
  }
  const body =
    step.do === 'charge'
      ? { branchId, patron: step.card, fee: step.fee, amount: step.amount }
      : { branchId, item: step.barcode };
  await parts.performer.act(operations[step.do], anything, { by: parts.actor('desk', branchId), at, body });
}

/** Takes steps in order of time, counted back from `now` (epoch ms). */
export const takeAll = async (parts: Parts, steps: readonly Step[], now: number): Promise<void> => {
  for (const { step, at } of timelineOf(steps, now)) await take(parts, step, at);
};

/** Runs the steps of the named cases, those of the day and the everyday loans in order of time, each by the desk where it happens. */
export async function circulate(running: Running, parts: Parts): Promise<void> {
  const everyday = everydayLoans(demoSeed).slice(0, running.scale === 'tests' ? FEW : undefined);
  const steps = [...[...cases, ...dayWork].flatMap((one) => one.steps), ...everyday].filter(
    (step) => step.do !== 'request-loan',
  );
  await takeAll(parts, steps, Date.now());
  running.say(`${steps.length} loans, returns, holds and charges of the last weeks are added`);
}
