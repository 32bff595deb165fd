import { pdfPages } from '../../../../test/builders/pdf-text.ts';
import { bodySchema } from '../../domain/bodies/body.ts';
import { type MeetingItem, meetingSchema } from '../../domain/bodies/meeting.ts';
import { type AgendaPaper, meetingPack } from '../../domain/bodies/meeting-pack.ts';
import { exampleBody, exampleMeeting } from '../../schemas/bodies.ts';
import { meetingPackPdf } from './meeting-pack-pdf.ts';

const body = bodySchema.parse(exampleBody);
const agenda: MeetingItem[] = [
  { kind: 'text', title: 'Courier routes', text: 'Prices of two companies.\nBoth drive daily.' },
  { kind: 'proposal', title: 'Films for two weeks', of: 'cpr_1' },
  { kind: 'action', title: 'Ask the courier', of: 'act_1' },
  { kind: 'minutes', title: 'Minutes of May', of: 'mtg_1' },
  { kind: 'review', title: 'Fines of children', of: 'mtg_2' },
  { kind: 'proposal', title: 'A proposal that was removed', of: 'cpr_2' },
];
const meeting = meetingSchema.parse({ ...exampleMeeting, agenda });
const at = { by: 'staff:stf_1', at: '2026-05-20T10:00:00.000Z' };
const papers: Record<string, AgendaPaper> = {
  cpr_1: {
    kind: 'proposal',
    proposal: {
      ...{ title: 'Lend films for two weeks', text: 'Films are lent for 14 days.' },
      statements: [
        { kind: 'for', member: 'Riverton', text: 'Queues are long.' },
        { kind: 'against', member: 'Ashgrove', text: `Travel takes a week. ${'More words follow. '.repeat(400)}` },
      ],
    },
  },
  act_1: { kind: 'action', action: { owner: 'Ada', dueOn: '2026-06-01', state: 'open' } },
  mtg_1: {
    kind: 'minutes',
    minutes: { text: 'Present: Ada\nCarried.', corrections: [{ ...at, text: 'Cai was present.', reason: 'Left out' }] },
  },
  mtg_2: {
    kind: 'review',
    decision: {
      ...{ text: 'Children pay nothing.', at: '2026-01-10T15:00:00.000Z', outcome: 'carried', present: 3 },
      sums: { yes: 3, no: 0, abstain: 0 },
    },
  },
};
const packIn = (language: 'eng' | 'spa') =>
  meetingPack(
    {
      ...{ body, meeting, zone: 'America/New_York' },
      holders: [{ name: 'Judith Klein', alternate: 'Omar Reyes' }],
      paperOf: ({ of = '' }) => papers[of],
    },
    language,
  );
const how = { size: 'A4' as const, language: 'eng', madeAt: meeting.startsAt };

test('a meeting pack has when and where the meeting is, its members, its agenda, and the paper of each item', async () => {
  const pages = pdfPages(Buffer.from(await meetingPackPdf(packIn('eng'), how))).map((page) => page.join(' '));
  const text = pages.join(' ').replaceAll(/\s+/g, ' ');
  const read = [
    ...['2026-12-14 14:00 (America/New_York), Riverton Library, room 2', 'Judith Klein (alternate: Omar Reyes)'],
    ...['1. Courier routes', 'Both drive daily.', 'Lend films for two weeks', 'Films are lent for 14 days.'],
    ...['For: Riverton', 'Queues are long.', 'Against: Ashgrove', 'Ada, by 2026-06-01: open'],
    ...['Minutes to be approved', 'Carried.', 'Correction: Cai was present. (Left out)'],
    ...['Decided on 2026-01-10: Children pay nothing.', 'What this item refers to no longer exists.'],
  ];
  for (const part of read) expect(text).toContain(part);
  // A statement longer than a page is there to its last word.
  expect(text.match(/follow\./g)).toHaveLength(400);
  expect(pages.length).toBeGreaterThan(2);
});

test('a meeting pack is in the language that is asked for, and the same to the byte when it is made again', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => meetingPackPdf(packIn('spa'), how)));
  expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(true);
  expect(packIn('spa').parts.map(({ heading }) => heading)).toEqual(
    expect.arrayContaining(['Orden del día', 'A favor: Riverton', 'Acta por aprobar']),
  );
});
