import { textSizeOf } from '../../../layers/kernel/text/text-segments.ts';
import { defaultNotices, noTextMessages, noticesSchema } from '../../../layers/records/policies/domain/notices.ts';
import { builtInLanguages } from './built-in/texts.ts';
import { noChoices } from './choices.ts';
import { composeMessage } from './compose-message.ts';
import { exampleNotices, exampleReader } from './example-notices.ts';
import { askedByReply } from './reply-keywords.ts';
import { routeOf } from './route.ts';
import { templateNames } from './template.ts';
import { textDay, textWaitsUntil } from './text-hours.ts';

const composed = (template: (typeof templateNames)[number], language: string, more = {}) =>
  composeMessage(exampleNotices(template).slice(0, 1), {
    ...{ ...exampleReader, channel: 'sms', set: [], owners: ['riverton', 'consortium'], languages: [language, 'eng'] },
    ...{ member: 'Riverton Public Library', ...more },
  }).text;

test.each(builtInLanguages)(
  'every built-in text in %s is one segment of GSM-7, also the first one, which says how to stop',
  (language) => {
    for (const template of templateNames)
      expect([template, textSizeOf(composed(template, language, { isFirst: true }))]).toEqual([
        template,
        expect.objectContaining({ alphabet: 'gsm-7', segments: template === 'frame' ? expect.any(Number) : 1 }),
      ]);
  },
);

test('a text message names no title unless the policy says so, and dates are short', () => {
  expect(composed('due-soon', 'eng')).toBe(
    'Riverton Public Library: An item is due Nov 27. Renew it in your account or bring it back.',
  );
  expect(composed('due-soon', 'eng', { titles: true })).toContain('"Emma" is due Nov 27');
  expect(composed('hold-ready', 'spa', { isFirst: true })).toBe(
    'Riverton Public Library: Un ejemplar le espera en Main Library hasta el 1 dic.\nResponda BAJA para no recibir textos, HELP para ayuda.',
  );
});

test.each([
  ['at noon', '2026-03-02T17:00:00.000Z', undefined],
  ['as the hours begin', '2026-03-02T13:00:00.000Z', undefined],
  ['as they end', '2026-03-03T02:00:00.000Z', '2026-03-03T13:00:00.000Z'],
  ['after midnight', '2026-03-03T06:00:00.000Z', '2026-03-03T13:00:00.000Z'],
  // On 8 March 2026 the clocks of New York go forward: eight o'clock is an hour earlier in UTC.
  ['in the night of the longer day', '2026-03-08T03:00:00.000Z', '2026-03-08T12:00:00.000Z'],
  // On 1 November they go back.
  ['in the night of the shorter one', '2026-11-01T04:00:00.000Z', '2026-11-01T13:00:00.000Z'],
])('a text message that is due %s waits until the hours for it in the branch’s zone', (_, at, until) => {
  expect(textWaitsUntil(at, { from: 8, until: 21 }, 'America/New_York')).toBe(until);
});

test('text messages are counted by the day of the branch', () => {
  expect(textDay('2026-03-03T02:00:00.000Z', 'America/New_York')).toBe('2026-03-02');
});

test.each([
  ...['STOP', 'stop', ' Stop. ', 'Stop please', 'STOP ALL', 'Unsubscribe', 'Arrêt', 'ALTO', 'Baja', 'opt-out'].map(
    (reply) => [reply, 'stop'] as const,
  ),
  ...['START', 'Alta', 'unstop'].map((reply) => [reply, 'start'] as const),
  ...['HELP', 'Thanks!', 'When does the hold end?', 'Please do not stop', ''].map(
    (reply) => [reply, undefined] as const,
  ),
])('the reply “%s” asks for: %s', (reply, asked) => {
  expect(askedByReply(reply)).toBe(asked);
});

test('a kind that the patron wants as a text message takes that route only; others take theirs', () => {
  const at = '2026-03-02T11:00:00.000Z';
  const policy = noticesSchema.parse({ defaults: { sms: { ...noTextMessages, on: true } } });
  const route = (kind: 'hold-ready' | 'due-soon', waitsUntil?: string) =>
    routeOf({
      ...{ notice: { kind, at }, policy, settings: policy.defaults, choices: noChoices, now: at },
      ...{ reach: { email: true, letter: true }, texting: { kinds: ['hold-ready'], waitsUntil } },
    });
  expect(route('hold-ready')).toEqual({ by: 'sms' });
  expect(route('hold-ready', at)).toEqual({ by: 'sms', waitsUntil: at });
  expect(route('due-soon')).toEqual({ by: 'email', wait: false });
  expect(defaultNotices.defaults.sms.on).toBe(false);
});
