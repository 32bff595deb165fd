import { aConfirmationXml, inEnvelope } from '../../../../test/builders/partners.ts';
import { readAnswer } from './post-message.ts';

const answered = (text: string, status = 200, contentType = 'application/xml') => ({
  ...{ status, contentType, body: Buffer.from(text) },
});
const ok = aConfirmationXml('request', 'r-1');
const refused = aConfirmationXml(
  'request',
  'r-1',
  'ERROR',
  '<errorData><errorType>BadlyFormedMessage</errorType><errorValue>no\u0085 header</errorValue></errorData>',
);

test.each([200, 201, 202, 204])('a confirmation with status %i counts, whatever its media type', (status) => {
  expect(readAnswer(answered(ok, status, 'text/html'), 'r-1')).toBe('confirmed');
});

test('a confirmation of the message is final, one of another message is not', () => {
  expect(readAnswer(answered(refused), 'r-1')).toEqual({
    error: 'The partner refuses the message. BadlyFormedMessage: no header',
    passes: false,
    untaken: true,
  });
  expect(readAnswer(answered(refused, 400), 'r-1')).toMatchObject({ passes: false });
  expect(readAnswer(answered(ok.replaceAll('r-1', 'R-1')), 'r-1')).toBe('confirmed');
  expect(readAnswer(answered(ok), 'r-2')).toEqual({
    error: 'Answered 200 with a confirmation of another message.',
    passes: true,
  });
  expect(readAnswer(answered(aConfirmationXml('request', 'r-1', 'ERROR')), 'r-1')).toMatchObject({ passes: false });
});

test.each([
  [200, 'text/html', true],
  [200, '', true],
  [400, 'text/plain', false],
  [401, '', false],
  [404, 'text/html', false],
  [408, '', true],
  [429, '', true],
  [500, 'text/html', true],
  [503, '', true],
])('%i with %s and no confirmation: may be temporary: %s', (status, type, passes) => {
  expect(readAnswer(answered('<html/>', status, type), 'r-1')).toMatchObject({ passes });
});

test('a request to a failing server is retried, whatever the server answers', () => {
  expect(readAnswer(answered(refused, 503), 'r-1')).toMatchObject({ passes: true });
});

test('a message instead of a confirmation is not one', () => {
  const message = inEnvelope('<requestingAgencyMessage><action>Received</action></requestingAgencyMessage>');
  expect(readAnswer(answered(message), 'r-1')).toMatchObject({ passes: true });
});

test.each([
  ['timed-out', true],
  ['unreachable', true],
  ['bad-url', false],
  ['address-refused', false],
  ['redirected', false],
  ['too-large', false],
] as const)('%s may be temporary: %s', (failed, passes) => {
  expect(readAnswer({ failed, detail: 'said\nso' }, 'r-1')).toMatchObject({ error: `${failed}: said so`, passes });
});
