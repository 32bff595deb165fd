import * as z from 'zod';
import type { HomeContent } from '../../functions/discovery/domain/home/home-page.ts';
import { type DemoHomeContent, homeContents } from '../home-content.ts';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

const DAY = 86_400_000;
const anything = z.unknown();

/** Returns the content of a library for an instant (epoch ms); `recordOf` returns the record of a work. */
export const contentOf = (
  { picks, events, childrensPage }: DemoHomeContent,
  recordOf: (work: string) => string,
  now: number,
): HomeContent => ({
  picks: picks.map(({ work, sentence }) => ({ recordId: recordOf(work), sentence })),
  ...(childrensPage && { childrensPage }),
  events: events.map(({ inDays, ...event }) => ({
    ...event,
    day: new Date(now + inDays * DAY).toISOString().slice(0, 10),
  })),
});

/** Sets what the libraries of the demo recommend and announce, by their administrators. */
export async function showHomeContent(
  performer: Performer,
  actor: StaffActors,
  records: ReadonlyMap<string, string>,
  at: number,
): Promise<void> {
  const recordOf = (work: string): string => {
    const recordId = records.get(work);
    if (recordId === undefined) throw new Error(`The demo has no record of ${work}.`);
    return recordId;
  };
  for (const content of homeContents) {
    const { memberId } = content;
    const by = actor('member-admin', memberId);
    const body = { ...contentOf(content, recordOf, at), v: 0 };
    await performer.act('discovery-set-home', anything, { by, at, path: { memberId }, body });
  }
}
