import * as z from 'zod';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const bodySchema = z.looseObject({ bodyId: z.string(), v: z.int() });
const meetingSchema = z.looseObject({ meetingId: z.string(), v: z.int() });
type Meeting = z.infer<typeof meetingSchema>;

const rules = {
  ...{ noticeDays: 7, bylawsNoticeDays: 14 },
  quorum: { of: { numerator: 1, denominator: 2 }, compare: 'more-than' },
  term: { years: 2, mostInARow: 2, partUnderHalfCounts: false },
};

/** A seat: its name, its member, its holder and alternate. Some holders are trustees and no staff. */
type Seat = readonly [name: string, member: string | undefined, holder: string, alternate?: string];
const addressOf = (name: string): string => `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.org`;
const person = (name: string) => ({ name, email: addressOf(name) });

type Wanted = {
  settings: { name: string; kind: string; preset: string; purpose: string };
  seats: readonly Seat[];
  /** The meetings: days before now, and each item with the motion that was carried. */
  meetings: readonly { days: number; items: readonly (readonly [title: string, motion?: string])[] }[];
};

/** A public council, a board, and a committee, with a past year of meetings. */
const wanted: readonly Wanted[] = [
  {
    settings: {
      ...{ name: 'Council of directors', kind: 'council', preset: 'public-body' },
      purpose: 'Decides on the services that all libraries share. Its meetings are open to the public.',
    },
    seats: [
      ['Riverton', 'riverton', 'Judith Klein', 'Walter Brandt'],
      ['Lakeshore', 'lakeshore', 'Carmen Vidal'],
      ['Harcourt', 'harcourt', 'Margaret Sloane'],
      ['Calder', 'calder', 'Fatima Bennani'],
      ['Public trustee', undefined, 'Harold Finch'],
    ],
    meetings: [
      { days: 280, items: [['Courier routes', 'Drive three routes on four days a week.'], ['Training days']] },
      { days: 100, items: [['Reading week', 'Hold one reading week for all libraries in spring.']] },
      { days: -20, items: [['Courier routes of next year'], ['Opening hours in summer']] },
    ],
  },
  {
    settings: {
      ...{ name: 'Board of the consortium', kind: 'board', preset: 'usual' },
      purpose: 'Prepares the budget and supervises the office of the consortium.',
    },
    seats: [
      ['Chair', undefined, 'Margaret Sloane'],
      ['Treasurer', undefined, 'Owen Pritchard'],
      ['Secretary', undefined, 'Yael Stern'],
    ],
    meetings: [{ days: 200, items: [['Budget of next year', 'Adopt the budget as it was prepared.']] }],
  },
  {
    settings: {
      ...{ name: 'Committee on cataloguing', kind: 'committee', preset: 'usual' },
      purpose: 'Advises on records, headings and imports.',
    },
    seats: [
      ['Public libraries', undefined, 'Priya Raman'],
      ['Academic libraries', undefined, 'Sofia Papadaki'],
      ['Special libraries', 'ashgrove', 'Edmund Hale'],
    ],
    meetings: [{ days: 150, items: [['Headings for local history']] }],
  },
];

/** Founds the bodies of the demo, lets them hold a past year of meetings, and calls the next one. `now` in epoch ms. */
export const letBodiesMeet = async ({ act }: Performer, actor: StaffActors, now: number): Promise<void> => {
  const by = actor('governance-secretary', 'consortium');
  const iso = (at: number): string => new Date(at).toISOString();
  for (const { settings, seats, meetings } of wanted) {
    const from = iso(now - 300 * DAY).slice(0, 10);
    const filled = seats.flatMap(([name, memberId, holder, alternate], at) => [
      { do: 'add-seat', name, ...(memberId && { memberId }) },
      {
        ...{ do: 'hold', seatId: `seat-${at + 1}`, holder: person(holder), from },
        ...(alternate && { alternate: person(alternate) }),
      },
    ]);
    const changes = [{ do: 'found', decision: 'Founding meeting, item 4', ...settings, rules }, ...filled];
    const { bodyId } = await act('governance-write-body', bodySchema, { by, at: now - 300 * DAY, body: { changes } });
    const step = (at: number, wantedStep: object, meeting?: Meeting): Promise<Meeting> => {
      const read = meeting && { meetingId: meeting.meetingId, v: meeting.v };
      const body = { ...read, step: wantedStep };
      return act('governance-step-meeting', meetingSchema, { by, at, path: { bodyId }, body });
    };
    let before: Meeting | undefined;
    for (const { days, items } of meetings) {
      const begins = now - days * DAY;
      const planning = begins - (days > 0 ? 15 : 23) * DAY;
      const agenda = items.map(([title]) => ({ kind: 'text', title }));
      const plan = { do: 'plan', startsAt: iso(begins), place: 'Riverton Library, room 2', agenda };
      const planned = await step(planning, plan);
      const called = await step(planning + DAY, { do: 'call' }, planned);
      if (days < 0) continue;
      const [, ...absent] = seats;
      const present = seats.slice(0, absent.length > 3 ? 4 : seats.length);
      const attendance = present.map((_, at) => ({ seatId: `seat-${at + 1}`, isAlternate: false, from: iso(begins) }));
      let held = await step(begins + HOUR, { do: 'attend', attendance }, called);
      const votes = present.map((_, at) => ({ seatId: `seat-${at + 1}`, choice: at === 3 ? 'abstain' : 'yes' }));
      for (const [at, [, motion]] of items.entries()) {
        if (motion === undefined) continue;
        const decided = { do: 'decide', number: at + 1, text: motion, at: iso(begins + HOUR / 2), votes };
        held = await step(begins + HOUR, decided, held);
      }
      if (before) await step(begins + HOUR, { do: 'approve', in: held.meetingId }, before);
      held = await step(begins + 2 * HOUR, { do: 'end', at: iso(begins + HOUR) }, held);
      const text = [
        `Minutes of ${settings.name}, ${iso(begins).slice(0, 10)}`,
        `Present: ${present.map(([, , holder]) => holder).join(', ')}`,
        ...items.map(([title, motion]) => `${title}: ${motion ? `carried. ${motion}` : 'discussed.'}`),
      ].join('\n');
      before = await step(begins + 3 * HOUR, { do: 'minutes', text }, held);
    }
  }
};
