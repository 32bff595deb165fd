import { keyTable } from '../../functions/key-table.ts';
import type { Person } from '../../layers/kernel/identity/personal-data.ts';
import { outputOf } from '../../local/origin/route.ts';
import { deployed } from '../builders/deployed.ts';
import { scanAll } from '../builders/scan-all.ts';

const endpoints = deployed();
const named: { person: Person; pattern: RegExp }[] = [
  { person: 'patron', pattern: /\bpat_01[0-9a-z]{24}\b/ },
  { person: 'staff', pattern: /\bstf_01[0-9a-z]{24}\b/ },
];

test('every row of the deployed table names only the persons that the key table lists', async () => {
  const personal = new Map(keyTable.map((row) => [row.entity, row.personal]));
  const rows = await scanAll(outputOf(endpoints.outputs, 'TableName') ?? '');
  const wrong = new Set<string>();
  const entities = new Set<string>();
  for (const row of rows) {
    const { entity } = row as { entity: string };
    entities.add(entity);
    const allowed = personal.get(entity) ?? 'none';
    const text = JSON.stringify(row);
    for (const { person, pattern } of named)
      if (pattern.test(text) && (allowed === 'none' || allowed[person] === undefined))
        wrong.add(`${entity}: ${person}`);
  }
  expect([...entities].filter((entity) => !personal.has(entity))).toEqual([]);
  expect([...wrong].toSorted()).toEqual([]);
  expect(entities.size).toBeGreaterThan(40);
}, 120_000);
