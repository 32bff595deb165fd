import type { AnyContract, Touches } from './contract.ts';
import { changesData, functionGroups, groupOf, unionOf } from './function-group.ts';

const staff = [{ who: 'staff', roles: ['desk'], at: 'own-member' }] as const;
const contract = (id: string, touches: Touches, more: object = {}): AnyContract =>
  ({ id: `loans-${id}`, context: 'loans', permission: staff, touches, summary: id, ...more }) as unknown as AnyContract;

test('operations of a context share one function for reading and one for writing', () => {
  expect(groupOf(contract('list', { table: 'read', bucket: 'read' }))).toBe('loans-read');
  expect(groupOf(contract('lend', { table: 'write' }))).toBe('loans-write');
});

test('what an operation touches decides between read and write, not its method', () => {
  expect(groupOf(contract('explain', { table: 'read' }, { method: 'POST' }))).toBe('loans-read');
  expect(groupOf(contract('look', { table: 'write' }, { method: 'GET' }))).toBe('loans-write');
});

test.each<[string, Touches]>([
  ['writes to the table', { table: 'write' }],
  ['writes to the index', { table: 'read', index: 'write' }],
  ['writes to the bucket', { table: 'read', bucket: 'write' }],
  ['publishes events', { table: 'read', bus: true }],
  ['starts a workflow', { table: 'read', machine: 'load' }],
  ['answers a waiting task', { table: 'read', taskTokens: true }],
])('an operation that %s changes data', (_, touches) => {
  expect(changesData(touches)).toBe(true);
});

test.each<[string, Touches, object]>([
  ['signs tokens', { signingKey: 'sign' }, {}],
  ['invites staff', { userPool: 'invite' }, {}],
  ['keeps credentials of partners', { partners: 'keep' }, {}],
  ['deletes files', { forgets: 'letters' }, {}],
  ['writes and needs more memory', { table: 'write' }, { memoryMb: 1024 }],
  ['writes and needs more time', { table: 'write' }, { timeoutSeconds: 29 }],
])('an operation that %s has a function of its own', (_, touches, more) => {
  expect(groupOf(contract('special', { table: 'read', ...touches }, more))).toBe('loans-special');
});

test('reads that need the same larger memory share a function, apart from other reads', () => {
  const large = (id: string, memoryMb: number) => groupOf(contract(id, { table: 'read' }, { memoryMb }));
  expect([large('export', 1024), large('export-list', 1024), large('harvest', 1769)]).toEqual([
    ...['loans-read-1024mb', 'loans-read-1024mb', 'loans-read-1769mb'],
  ]);
});

test('reads that need the same longer time share a function, apart from other reads', () => {
  const long = (id: string, touches: Touches) => groupOf(contract(id, touches, { timeoutSeconds: 29 }));
  expect([long('count', { facts: true }), long('today', { table: 'read' })]).toEqual([
    'loans-read-29s',
    'loans-read-29s',
  ]);
});

test.each(['anyone', 'partner'])('what %s may call and that writes shares no function with staff operations', (who) => {
  const permission = [...staff, { who }];
  expect(groupOf(contract('sign-up', { table: 'write' }, { permission }))).toBe('loans-public-write');
  expect(groupOf(contract('search', { table: 'read' }, { permission }))).toBe('loans-read');
});

test('operations that send e-mail share a function, those that strangers may call apart from those of staff', () => {
  const sends = (id: string, more: object = {}) => groupOf(contract(id, { table: 'write', email: true }, more));
  const permission = [{ who: 'anyone' }];
  expect([sends('remind'), sends('warn'), sends('sign-up', { permission })]).toEqual([
    ...['loans-email', 'loans-email', 'loans-public-email'],
  ]);
});

test('a group touches what its operations touch, each resource in the strongest way', () => {
  const reads = { table: 'read', bucket: 'read', sizes: 'configured' } as const;
  expect(unionOf([reads, { table: 'write', site: true }, { sizes: 'described' }])).toEqual({
    table: 'write',
    bucket: 'read',
    site: true,
    sizes: 'described',
  });
});

test('two state machines cannot be settings of one function', () => {
  expect(() => unionOf([{ machine: 'load' }, { machine: 'import' }])).toThrow(
    'A function cannot have two values of machine: load and import.',
  );
});

test('every operation is in exactly one group, which prints when one of its operations does', () => {
  const operations = [
    contract('list', { table: 'read' }),
    contract('print', { table: 'read' }, { fonts: true }),
    contract('sign', { signingKey: 'sign' }, { memoryMb: 1024 }),
  ];
  const groups = functionGroups(operations);
  expect(groups.map((group) => [group.id, group.operations.map(({ id }) => id)])).toEqual([
    ['loans-read', ['loans-list', 'loans-print']],
    ['loans-sign', ['loans-sign']],
  ]);
  expect(groups[0]).toMatchObject({ fonts: true, summary: 'loans: read, 2 operations' });
  expect(groups[1]).toMatchObject({ memoryMb: 1024, summary: 'sign' });
});
