import { synthesised } from '../builders/templates.ts';

const { webhooks = {}, outbox = {} } = synthesised('aws');
const textsOf = (stack: typeof webhooks, type: string, id = ''): string[] =>
  Object.entries(stack)
    .filter(([name, { Type }]) => Type === type && name.startsWith(id))
    .map(([, { Properties }]) => JSON.stringify(Properties));
const policies = (name: string): string => textsOf(webhooks, 'AWS::IAM::Policy', `webhooks${name}ServiceRole`).join();

test('a message that fails again and again goes to a queue of failures, whose depth raises an alarm', () => {
  const queues = textsOf(webhooks, 'AWS::SQS::Queue', 'WebhookSends');
  expect(queues).toHaveLength(2);
  expect(queues.join()).toContain('maxReceiveCount');
  expect(textsOf(webhooks, 'AWS::CloudWatch::Alarm').join()).toContain('webhooks-deadletters-webhooksendsdead');
});

test('one function writes the secrets of webhooks, another reads them, and the relay may only send messages', () => {
  const [reads, writes, sends] = ['read', 'write', 'sendwebhooks'].map(policies);
  expect(reads).not.toContain('ssm:');
  expect(writes).toMatch(/ssm:PutParameter.*ssm:DeleteParameter/);
  expect(writes).not.toContain('ssm:GetParameter');
  expect(sends).toContain('ssm:GetParameter');
  expect(sends).not.toContain('ssm:PutParameter');
  expect([reads, writes, sends].join()).not.toMatch(/parameter\/Concord\/(?!webhooks)/);
  const relay = textsOf(outbox, 'AWS::IAM::Policy', 'outboxrelaychanges').join();
  expect(relay).toMatch(/sqs:SendMessage[\s\S]*WebhookSendsQueue/);
  expect(relay).not.toContain('ssm:');
});

test('on AWS no receiver on a private address is reached', () => {
  expect(textsOf(webhooks, 'AWS::Lambda::Function').join()).not.toContain('PARTNERS_HERE');
});
