import { machineClientSchema, machineScopeSchema } from './machine.ts';

test.each(['self-check', 'sip', 'loan-request-feed', 'x'.repeat(40)])('%s is the name of a scope', (scope) => {
  expect(machineScopeSchema.parse(scope)).toBe(scope);
});

test.each([
  '',
  'Self-check',
  'self_check',
  '-check',
  'self-',
  'self--check',
  'self check',
  'check2',
  '2check',
  'x'.repeat(41),
])('%j is no name of a scope', (scope) => {
  expect(machineScopeSchema.safeParse(scope).success).toBe(false);
});

test('whoever types another scope is told what one looks like', () => {
  expect(machineScopeSchema.safeParse('Self Check').error?.issues.map(({ message }) => message)).toEqual([
    'A scope is lower-case words with hyphens.',
  ]);
});

test('a machine has one to twenty scopes', () => {
  const withScopes = (count: number) => ({
    ...{ clientId: 'mch_1', name: 'Gate', memberId: 'riverton', createdAt: '2026-11-29T10:00:00.000Z' },
    scopes: Array.from({ length: count }, () => 'self-check'),
  });
  expect([0, 1, 20, 21].map((count) => machineClientSchema.safeParse(withScopes(count)).success)).toEqual([
    ...[false, true, true, false],
  ]);
});
