import * as z from 'zod';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

const DAY = 86_400_000;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** A serial of the demo: who subscribes, its pattern, the days since its first issue, and which of its last issues did not arrive. */
type DemoSerial = {
  branchId: string;
  title: string;
  issn: string;
  vendor: string;
  frequency: string;
  levels: readonly (readonly [caption: string, first: number, units?: number])[];
  dates: readonly string[];
  since: number;
  missing: readonly number[];
  routing: readonly string[];
  claims: { after: number; every: number; most: number };
};

const serials: readonly DemoSerial[] = [
  {
    ...{ branchId: 'riverton.main', title: 'The Riverton Courier', issn: '2049-3630', vendor: 'LANTERN' },
    ...{ frequency: 'd', levels: [['no.', 18_201]], dates: ['year', 'month', 'day'], since: 24, missing: [6] },
    ...{ routing: [], claims: { after: 2, every: 7, most: 2 } },
  },
  {
    ...{ branchId: 'lakeshore.main', title: 'Great Lakes Weekly', issn: '1550-7998', vendor: 'MIDWEST' },
    frequency: 'w',
    levels: [
      ['v.', 31],
      ['no.', 4, 52],
    ],
    ...{ dates: ['year', 'month', 'day'], since: 120, missing: [3, 7], claims: { after: 14, every: 21, most: 3 } },
    routing: ['Reference desk', 'Staff lounge'],
  },
  {
    ...{ branchId: 'harcourt.main', title: 'Journal of Prairie Botany', issn: '1932-6203', vendor: 'HARBOR' },
    frequency: 'q',
    levels: [
      ['v.', 58],
      ['no.', 1, 4],
    ],
    ...{ dates: ['year', 'month'], since: 300, missing: [1], claims: { after: 45, every: 30, most: 3 } },
    routing: ['Department of Biology', 'Periodicals room'],
  },
];

const issuesSchema = z.object({
  issues: z.array(z.object({ issueId: z.string(), expectedOn: z.string(), v: z.int() })),
});

const termsOf = ({ levels, frequency, dates, since, missing: _, ...terms }: DemoSerial, at: number) => {
  const pattern = {
    ...{ frequency, dates, language: 'en' },
    levels: levels.map(([caption, , units]) => ({ caption, restarts: units !== undefined, ...(units && { units }) })),
  };
  const first = { on: day(at - since * DAY), numbers: levels.map(([, number]) => number) };
  return { ...terms, copies: 1, arrivesAfter: 0, routingFirst: true, series: { basic: { pattern, first } }, v: 0 };
};

/**
 * Makes a subscription to a daily, a weekly and a quarterly at three libraries, and receives their issues until yesterday, except some that
 * are late. `at` is in epoch ms.
 */
export async function subscribe(performer: Performer, actor: StaffActors, at: number): Promise<void> {
  const follow = async (serial: DemoSerial): Promise<void> => {
    const memberId = serial.branchId.split('.')[0] ?? '';
    const by = actor('acquisitions', memberId);
    const made = { by, at: at - serial.since * DAY };
    const { subscriptionId } = await performer.act(
      'acquisitions-write-subscription',
      z.object({ subscriptionId: z.string() }),
      { ...made, path: { memberId }, body: termsOf(serial, at) },
    );
    const path = { memberId, subscriptionId };
    const { issues } = await performer.act('acquisitions-list-issues', issuesSchema, {
      ...{ by, at, path, query: { limit: '100' } },
    });
    const due = issues.filter(({ expectedOn }) => expectedOn < day(at));
    // The latest is the first one.
    const arrived = due.filter((_, place) => !serial.missing.includes(place)).toReversed();
    for (const { issueId, expectedOn, v } of arrived) {
      const body = { step: { act: 'receive', copies: 1 }, v };
      const when = { by, at: Date.parse(`${expectedOn}T14:00:00.000Z`) };
      await performer.act('acquisitions-step-issue', z.unknown(), { ...when, path: { ...path, issueId }, body });
    }
  };
  await Promise.all(serials.map(follow));
}
