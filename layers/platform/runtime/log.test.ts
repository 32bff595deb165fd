import { logError } from './log.ts';

test('the log line of an error contains no e-mail address, whatever message a service returned', () => {
  const lines: string[] = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  logError('send a notice', new Error('Not verified in region EU-WEST-1: amara.okafor+x@example.org, <b@c.example>'));
  expect(lines.join()).not.toMatch(/okafor|c\.example/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    t: 'error',
    doing: 'send a notice',
    name: 'Error',
    message: 'Not verified in region EU-WEST-1: [address], <[address]>',
  });
});
