import { branchEventSchema, comingEvents, type LibraryContent, picksInTurn } from './home-page.ts';

const event = (title: string, day: string, from: string, until?: string, branchId = 'ash.main') => ({
  ...{ branchId, title, day, from },
  ...(until !== undefined && { until }),
});
const pick = (recordId: string) => ({ recordId, sentence: `${recordId} is good.` });
const content = (memberId: string, over: Partial<LibraryContent>): LibraryContent => ({
  ...{ memberId, picks: [], events: [], v: 1 },
  ...over,
});

test('an event leaves the page when it ends on the clock of its branch; one without an end when its day ends', () => {
  const events = [
    event('Ended', '2026-11-30', '09:00', '10:00'),
    event('Running', '2026-11-30', '09:00', '12:00'),
    event('All day', '2026-11-30', '09:00'),
    event('Yesterday', '2026-11-29', '19:00'),
    event('At a closed branch', '2026-12-24', '09:00', undefined, 'ash.gone'),
    // The same minute is an hour earlier there.
    event('In the west', '2026-11-30', '08:30', '09:30', 'ash.west'),
  ];
  const nowAt = (branchId: string) =>
    branchId === 'ash.gone' ? undefined : { day: '2026-11-30', time: branchId === 'ash.west' ? '09:00' : '10:00' };
  const shown = comingEvents([content('ash', { events }), content('birch', { events: [] })], nowAt);
  expect(shown.map(({ title }) => title)).toEqual(['In the west', 'All day', 'Running']);
});

test('libraries recommend in turn, each in its own order', () => {
  const contents = [
    content('ash', { picks: [pick('a1'), pick('a2'), pick('a3')] }),
    content('birch', { picks: [pick('b1')] }),
  ];
  expect(picksInTurn(contents).map(({ memberId, recordId }) => [memberId, recordId])).toEqual([
    ...[
      ['ash', 'a1'],
      ['birch', 'b1'],
      ['ash', 'a2'],
      ['ash', 'a3'],
    ],
  ]);
});

test.each([
  [{ until: '08:00' }, 'until'],
  [{ day: '2026-02-30' }, 'day'],
  [{ from: '24:00' }, 'from'],
  [{ url: 'javascript:alert(1)' }, 'url'],
  [{ title: ' ' }, 'title'],
])('an event with %j is refused', (wrong, field) => {
  const parsed = branchEventSchema.safeParse({ ...event('Story time', '2026-11-30', '09:00'), ...wrong });
  expect(parsed.error?.issues.map(({ path }) => path)).toEqual([[field]]);
});
