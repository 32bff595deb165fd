import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicFact } from '../functions/circulation/domain/decisions/public-fact.ts';
import { publicAlert } from '../functions/finance/domain/budgets/public-alert.ts';
import { type PublishedName, published, publishedElsewhere, publishedOfMoney } from './published.ts';

const names = Object.keys(published) as PublishedName[];

test('every folder of events/ is a published event', () => {
  const folders = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(
    [...names, ...Object.keys({ ...publishedOfMoney, ...publishedElsewhere })].sort(),
  );
});

test.each(Object.entries({ ...published, ...publishedOfMoney, ...publishedElsewhere }))(
  '%s: its examples fit its schema completely',
  (name, event) => {
    const folder = join(__dirname, name, 'examples');
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const example = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      expect(event.schema.parse(example)).toEqual(example);
    }
  },
);

test.each(names)('%s is published without person, loan or hold', (name) => {
  const fact = {
    name,
    at: '2026-03-02T11:00:00.000Z',
    members: { owner: 'ash', desk: 'birch', patron: 'cedar' },
    ...{ itemId: 'itm_1', loanId: 'lon_1', holdId: 'hld_1', patronId: 'pat_1', branchId: 'birch.east' },
    detail: { due: '2026-03-30T21:59:59.000Z', state: 'on-loan', by: 'stf_1', cause: 'cancelled' },
  };
  const published = JSON.stringify(publicFact({ id: 'itm_1:2:0', fact, recordId: 'rec_1' }));
  expect(published).not.toMatch(/pat_1|lon_1|hld_1|stf_1/);
  expect(published).toContain('rec_1');
});

test('other events are not published', () => {
  const fact = { name: 'fine-charged' as const, at: '2026-03-02T11:00:00.000Z', members: {}, patronId: 'pat_1' };
  expect(publicFact({ id: 'x', fact })).toBeUndefined();
});

test('an alert is published with its own id and contains only its own fields', () => {
  const {
    id,
    version: _,
    ...alert
  } = JSON.parse(readFileSync(join(__dirname, 'budget-threshold-passed/examples/reached.json'), 'utf8'));
  expect(publicAlert(alert).detail).toEqual({ id, version: 1, ...alert });
});
