import * as z from 'zod';
import { copies } from '../holdings.ts';
import { usedInDemo } from '../untouched.ts';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

const scanned = z.object({ next: z.object({ step: z.string(), branchId: z.string() }) });
const moved = z.object({ tote: z.object({ toteId: z.string() }) });
const HOUR = 3_600_000;

/** From where and to where the demo's totes go. */
const ways = [
  { from: 'riverton.main', to: 'lakeshore.main' },
  { from: 'harcourt.main', to: 'riverton.main' },
  { from: 'northfield.upper', to: 'harcourt.main' },
] as const;
type Way = (typeof ways)[number];

/** Books of a branch that no case uses and that have other copies, so that nobody waits for them. */
const travelling = ({ to }: Way): string[] => {
  const used = usedInDemo();
  return copies
    .filter(
      ({ branch, category, barcode, workId }) =>
        branch === to &&
        category === 'book' &&
        !used.has(barcode) &&
        !used.has(workId) &&
        copies.filter((one) => one.workId === workId).length > 1,
    )
    .slice(0, 5)
    .map(({ barcode }) => barcode);
};

const fillOne = async ({ act }: Performer, actor: StaffActors, now: number, way: Way): Promise<void> => {
  const { from, to } = way;
  const desk = (branchId: string, at: number) => ({ by: actor('desk', branchId), at });
  const scan = (item: string, branchId: string, at: number) =>
    act('circulation-check-in', scanned, { ...desk(branchId, at), body: { branchId, item } });
  const move = (body: object, at: number, branchId: string = from) =>
    act('circulation-move-tote', moved, { ...desk(branchId, at), body: { branchId, ...body } });
  const send = async (items: readonly string[], at: number): Promise<string> => {
    const { tote } = await move({ act: 'open', to }, at);
    for (const item of items) await move({ act: 'pack', toteId: tote.toteId, item }, at);
    await move({ act: 'send', toteId: tote.toteId }, at);
    return tote.toteId;
  };
  const sent = now - 50 * HOUR;
  const items: string[] = [];
  for (const item of travelling(way)) {
    const { next } = await scan(item, from, sent - HOUR);
    // What floats or is wanted elsewhere does not go home.
    if (next.step === 'send' && next.branchId === to) items.push(item);
  }
  const [arrived, ...others] = items;
  if (arrived === undefined || others.length < 2) return;
  const toteId = await send([arrived, ...others.slice(0, 1)], sent);
  await scan(arrived, to, now - 26 * HOUR);
  await move({ act: 'receive', toteId }, now - 26 * HOUR, to);
  await send(others.slice(1, 3), now - 5 * HOUR);
};

/**
 * Sends books home by the courier from several branches: a tote has arrived without one of its books, one is on its way, and the rest waits
 * for the next. `now` in epoch ms.
 */
export const fillTotes = async (performer: Performer, actor: StaffActors, now: number): Promise<void> => {
  for (const way of ways) await fillOne(performer, actor, now, way);
};
