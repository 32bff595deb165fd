import { readEnvironment } from '../../../../layers/platform/runtime/environment.ts';
import { countingIds } from '../../../../layers/platform/runtime/ids.ts';
import { handler } from './handler.ts';

const site = 'https://d111111abcdef8.cloudfront.net';
const logged: string[] = [];
beforeEach(() => {
  logged.length = 0;
  jest.spyOn(console, 'log').mockImplementation((line: string) => void logged.push(line));
});

const asks = (triggerSource: string, name?: string) => ({
  triggerSource,
  userName: 'stf_01m8',
  request: {
    userAttributes: { email: 'amina.diallo@example.org', ...(name !== undefined && { name }) },
    codeParameter: '{####}',
    usernameParameter: '{username}',
  },
  response: { smsMessage: null, emailMessage: null, emailSubject: null },
});
const environment = readEnvironment({ CONSORTIUM_NAME: 'Lakes & Rivers' });
const worded = (event: ReturnType<typeof asks>, address = () => Promise.resolve(site)) =>
  handler.using({ clock: { now: () => 0 }, ids: countingIds(), environment }).with({ site: address })(event, {
    awsRequestId: 'r',
  });

test('finding W8: an invitation has the person’s name, the consortium’s and the address where to sign in', async () => {
  const { response } = await worded(asks('CustomMessage_AdminCreateUser', 'Amina <Diallo>'));
  expect(response.emailSubject).toBe('Your invitation to Lakes & Rivers');
  const parts = ['Hello Amina &lt;Diallo&gt;', 'Lakes &amp; Rivers', `href="${site}"`, '{####}', '{username}'];
  for (const part of [...parts, 'with the e-mail address']) expect(response.emailMessage).toContain(part);
  expect(response.emailMessage).not.toContain('stf_01m8');
});

test('finding W8: nothing about the person is logged', async () => {
  await worded(asks('CustomMessage_AdminCreateUser', 'Amina Diallo'));
  await worded(asks('CustomMessage_AdminCreateUser', 'Amina Diallo'), () => Promise.reject(new Error('no parameter')));
  expect(logged.length).toBeGreaterThan(1);
  expect(logged.join()).not.toMatch(/Amina|diallo/i);
});

test.each([undefined, 'First administrator'])(
  'an account with the name %s is invited without a greeting',
  async (name) => {
    const { response } = await worded(asks('CustomMessage_AdminCreateUser', name));
    expect(response.emailMessage).not.toContain('Hello');
    expect(response.emailMessage).toContain('{####}');
  },
);

test('an address that is not read in time is left out, before the pool gives up', async () => {
  jest.useFakeTimers();
  const invited = asks('CustomMessage_AdminCreateUser', 'Amina Diallo');
  const answer = worded(invited, () => new Promise(() => {}));
  await jest.advanceTimersByTimeAsync(3000);
  expect(await answer).toEqual(invited);
  jest.useRealTimers();
});

test('messages of other kinds, and an invitation without a known address, are left to the pool', async () => {
  const forgotten = asks('CustomMessage_ForgotPassword', 'Amina Diallo');
  expect(await worded(forgotten)).toEqual(forgotten);
  const invited = asks('CustomMessage_AdminCreateUser', 'Amina Diallo');
  expect(await worded(invited, () => Promise.reject(new Error('no parameter')))).toEqual(invited);
  expect(logged.join()).toContain('no parameter');
});
