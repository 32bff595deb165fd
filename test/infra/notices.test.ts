import { type Resource, synthesised } from '../builders/templates.ts';

const stacks = synthesised('aws', { noticeSender: 'library@example.org' });
const { notices = {}, circulation = {}, outbox = {}, core = {}, patrons = {} } = stacks;
const text = (resource: Resource | undefined): string => JSON.stringify(resource?.Properties);
const grantsOf = (stack: Record<string, Resource>, id: string): string =>
  Object.entries(stack)
    .filter(([name, { Type }]) => Type === 'AWS::IAM::Policy' && name.startsWith(id.replaceAll('-', '')))
    .map(([, policy]) => text(policy))
    .join();
const rateOf = (id: string): unknown =>
  Object.entries(notices).find(([name, { Type }]) => Type === 'AWS::Events::Rule' && name.startsWith(id))?.[1]
    .Properties?.ScheduleExpression;

test('only functions that send e-mail may do so, from the verified sender only and not on behalf of others', () => {
  for (const id of ['notices-send-notice', 'notices-send-digests']) {
    expect(grantsOf(notices, id)).toContain('ses:SendEmail');
    expect(grantsOf(notices, id)).toContain('identity/library@example.org');
    expect(grantsOf(notices, id)).not.toContain('identity/*');
  }
  for (const id of ['notices-list-my-notices', 'notices-set-text', 'notices-make-letters', 'notices-print-letters'])
    expect(grantsOf(notices, id)).not.toContain('ses:');
  expect(grantsOf(notices, 'notices-list-my-notices')).not.toContain('dynamodb:PutItem');
});

test('functions that write notices know the address of the site, to link to the account; others do not', () => {
  const settingsOf = (id: string) =>
    Object.values(notices).find(({ Properties }) => Properties?.FunctionName === `Concord-${id}`)?.Properties
      ?.Environment;
  for (const id of ['notices-send-notice', 'notices-send-digests']) {
    expect(settingsOf(id)).toMatchObject({ Variables: { SITE_PARAMETER: '/Concord/site' } });
    expect(grantsOf(notices, id)).toMatch(/ssm:GetParameter.*:parameter\/Concord\/site"/);
  }
  expect(JSON.stringify(settingsOf('notices-receive-replies'))).not.toContain('SITE_PARAMETER');
});

test('digests are sent every quarter of an hour: some time zones differ by half or a quarter of an hour', () => {
  expect(rateOf('Everynoticessenddigests')).toBe('rate(15 minutes)');
});

test('the relay and the clock may send to the queue of notices, which another stack owns, and not read from it', () => {
  for (const [stack, id] of [
    [outbox, 'outbox-relay-changes'],
    [circulation, 'circulation-run-scheduled-work'],
  ] as const) {
    const grants = grantsOf(stack, id);
    expect(grants).toMatch(/sqs:SendMessage[\s\S]*NoticesQueue/);
    expect(grants).not.toMatch(/sqs:ReceiveMessage[^}]*NoticesQueue/);
  }
});

test('printed letters are deleted from the bucket after a day, including older versions; only the erasure deletes them for good', () => {
  const [bucket] = Object.values(core).filter(
    ({ Type, Properties }) => Type === 'AWS::S3::Bucket' && Properties?.LifecycleConfiguration !== undefined,
  );
  expect(text(bucket)).toContain('"ExpirationInDays":1');
  expect(bucket?.Properties?.LifecycleConfiguration).toMatchObject({
    Rules: expect.arrayContaining([
      expect.objectContaining({ Prefix: 'letters/', NoncurrentVersionExpiration: { NoncurrentDays: 1 } }),
    ]),
  });
  expect(grantsOf(patrons, 'patrons-erase-patrons')).toMatch(/s3:DeleteObjectVersion[\s\S]*letters\/\*/);
  expect(Object.values(notices).map(text).join()).not.toContain('s3:Delete');
});

test('text messages are sent by two functions and to numbers only, and replies come from AWS of this account; neither without a number', () => {
  const withNumber = synthesised('aws', { textNumber: '+18005550199' }).notices ?? {};
  for (const id of ['notices-send-notice', 'notices-send-digests'])
    expect(grantsOf(withNumber, id)).toMatch(/"sns:Publish","Effect":"Allow","NotResource":"arn:aws:sns:\*:\*:\*"/);
  for (const id of ['notices-read', 'notices-write', 'notices-receive-replies'])
    expect(grantsOf(withNumber, id)).not.toContain('sns:');
  const ofType = (type: string) => Object.values(withNumber).filter(({ Type }) => Type === type);
  expect(ofType('AWS::SNS::Subscription').map(({ Properties }) => Properties?.Protocol)).toEqual(['sqs']);
  const [policy] = ofType('AWS::SNS::TopicPolicy').map(text);
  expect(policy).toContain('"Principal":{"Service":"sms-voice.amazonaws.com"}');
  expect(policy).toContain('"aws:SourceAccount":{"Ref":"AWS::AccountId"}');
  expect(JSON.stringify(notices)).not.toContain('sns:Publish');
  expect(Object.values(notices).filter(({ Type }) => Type.startsWith('AWS::SNS::'))).toEqual([]);
});
