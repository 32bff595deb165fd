import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Case, readCases } from './cases.ts';
import { isIdle, judge } from './judge.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-cases-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (whole: unknown) => {
  const file = join(folder, 'cases.json');
  writeFileSync(file, JSON.stringify(whole));
  return readCases(file);
};
const one = (raw: object) => read([{ query: 'emma', ...raw }])[0];

test.each([
  [
    { condition: 'first', records: ['uva:u1'] },
    { is: 'within', n: 1, records: ['uva:u1'] },
  ],
  [
    { condition: 'in first 5', ids: 'u1' },
    { is: 'within', n: 5, records: ['u1'] },
  ],
  [
    { condition: 'first', n: 3, 'record ids': [12] },
    { is: 'within', n: 3, records: ['12'] },
  ],
  [{ expect: { top: 3, records: [{ id: 'u1' }] } }, { is: 'within', n: 3, records: ['u1'] }],
  [
    { condition: 'each of first 7', title: '^emma$' },
    { is: 'all', n: 7, records: [], title: /^emma$/i },
  ],
  [
    { condition: 'only', id: 'u1' },
    { is: 'only', records: ['u1'] },
  ],
  [{ condition: 'none' }, { is: 'none' }],
  [
    { condition: 'same', as: ['Emma.'] },
    { is: 'same', as: ['Emma.'] },
  ],
  [{ same_as: 'Emma.' }, { is: 'same', as: ['Emma.'] }],
  [
    { condition: 'different', as: 'emmas' },
    { is: 'different', as: ['emmas'] },
  ],
  [
    { condition: 'before', records: ['a'], than: ['b'] },
    { is: 'before', records: ['a'], others: ['b'] },
  ],
  [{ condition: { count: 1 } }, { is: 'count', least: 1, most: 1 }],
])('%j is understood', (raw, condition) => expect(one(raw)?.condition).toEqual(condition));

test('a list, a list by name or lists by kind; scopes by the names in catalogues', () => {
  expect(read({ conditions: [{ q: 'x', field: 'call number', condition: 'none' }] })).toMatchObject([
    { scope: 'callNumber' },
  ]);
  expect(read({ isbn: [{ q: '1', type: 'ISBN', condition: 'none' }] })).toMatchObject([
    { kind: 'isbn', scope: 'identifier' },
  ]);
  expect(() => read({ nothing: [] })).toThrow('holds no conditions');
});

const hits = ['uva:u1', 'rero:x2'].map((id) => ({ id, title: `title of ${id}` }));
const search = async (query: string) => (query === 'nothing' ? { hits: [], total: 0 } : { hits, total: 2 });
const judged = async (raw: object) => judge(one(raw) as Case, search);

test.each([
  [{ condition: 'first', records: ['u1'] }, true],
  [{ condition: 'first', records: ['x2'] }, false],
  [{ condition: 'top 2', records: ['x2'] }, true],
  [{ condition: 'only', records: ['u1'] }, false],
  [{ condition: 'only', records: ['u1', 'x2'] }, true],
  [{ condition: 'none' }, false],
  [{ query: 'nothing', condition: 'none' }, true],
  [{ condition: 'same', as: 'Emma' }, true],
  [{ query: 'nothing', condition: 'same', as: 'nothing' }, false],
  [{ condition: 'different', as: 'nothing' }, true],
  [{ condition: 'different', as: 'Emma' }, false],
  [{ condition: 'before', records: ['u1'], than: 'x2' }, true],
  [{ condition: 'before', records: ['x2'], than: 'u1' }, false],
  [{ condition: 'each of first 2', title: 'title' }, true],
  [{ condition: 'absent', records: ['u1'] }, false],
  [{ condition: { min: 3 } }, false],
])('%j is met: %s', async (raw, met) => expect((await judged(raw)).met).toBe(met));

test.each([
  [{ query: 'nothing', condition: 'same', as: 'nothing' }, true],
  [{ query: 'nothing', condition: 'different', as: ['nothing', 'nothing'] }, true],
  [{ query: 'nothing', condition: 'same', as: 'Emma' }, false],
  [{ query: 'nothing', condition: 'same', as: ['nothing', 'Emma'] }, false],
  [{ condition: 'different', as: 'nothing' }, false],
  [{ query: 'nothing', condition: 'first', records: ['u1'] }, false],
])('%j compares queries without any hits: %s', async (raw, idle) => expect(isIdle(await judged(raw))).toBe(idle));
