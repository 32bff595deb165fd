import { type Call, decide, type Statement } from '../builders/policy-evaluator.ts';

const role = 'arn:aws:iam::111122223333:role/reader';
const queue = 'arn:aws:sqs:us-east-1:111122223333:work';
const call: Call = {
  by: { role },
  action: 'sqs:SendMessage',
  resource: queue,
  context: { 'aws:SecureTransport': 'true' },
};
const allow: Statement = { Effect: 'Allow', Action: 'sqs:*', Resource: queue };

describe('the evaluator of policies', () => {
  test.each<[string, Statement[], string]>([
    ['without a statement nothing is allowed', [], 'not-allowed'],
    ['a wildcard matches the rest of an action, in any case', [{ ...allow, Action: 'SQS:send*' }], 'allowed'],
    ['another action does not match', [{ ...allow, Action: ['sqs:ReceiveMessage'] }], 'not-allowed'],
    ['another resource does not match', [{ ...allow, Resource: `${queue}-2` }], 'not-allowed'],
    ['a dot in a pattern is a dot', [{ ...allow, Resource: queue.replace('work', 'w.rk') }], 'not-allowed'],
    ['a denial wins', [allow, { ...allow, Effect: 'Deny' }], 'denied'],
    [
      'the account itself stands for its roles',
      [{ ...allow, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }],
      'allowed',
    ],
    ['another account does not', [{ ...allow, Principal: { AWS: 'arn:aws:iam::999999999999:root' } }], 'not-allowed'],
    ['a role is no service', [{ ...allow, Principal: { Service: 'events.amazonaws.com' } }], 'not-allowed'],
    [
      'the name of a condition key has no case',
      [{ ...allow, Condition: { Bool: { 'AWS:securetransport': 'true' } } }],
      'allowed',
    ],
    [
      'a condition on an absent key does not hold',
      [{ ...allow, Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } }],
      'not-allowed',
    ],
    [
      'all conditions must hold',
      [{ ...allow, Condition: { Bool: { 'aws:SecureTransport': 'true' }, StringLike: { 'aws:SourceArn': '*' } } }],
      'not-allowed',
    ],
  ])('%s', (_, statements, expected) => {
    expect(decide(call, statements)).toBe(expected);
  });

  test('a wildcard in an ARN does not reach into the next part', () => {
    const statement: Statement = { ...allow, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:bucket' } } };
    const from = (arn: string): Call => ({ ...call, context: { 'aws:SourceArn': arn } });
    expect(decide(from('arn:aws:s3:::bucket'), [statement])).toBe('not-allowed');
    const whole: Statement = { ...allow, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:*:buck*' } } };
    expect(decide(from('arn:aws:s3:::bucket'), [whole])).toBe('allowed');
  });

  test('what it does not know is an error and not an answer', () => {
    const unknown: Statement = { ...allow, Condition: { NumericLessThan: { 's3:max-keys': '10' } } };
    expect(() => decide(call, [unknown])).toThrow('NumericLessThan');
    expect(() => decide(call, [{ ...allow, NotAction: 'sqs:*' } as Statement])).toThrow('NotAction');
  });
});
