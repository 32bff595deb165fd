import { readFileSync } from 'node:fs';
import { smoke } from '../../local/smoke/checks.ts';
import { adminToken, deployed } from '../builders/deployed.ts';

const description = readFileSync('docs/openapi.json', 'utf8');

test('npm run smoke passes against the deployed system', async () => {
  const endpoints = deployed();
  const results = await smoke(endpoints.web, { description, token: await adminToken(endpoints) });
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
  expect(results.length).toBe(9);
}, 60_000);

test('npm run smoke reports every check where nothing is deployed', async () => {
  const results = await smoke('http://127.0.0.1:1', { description });
  expect(results.map(({ passed }) => passed)).toEqual(Array.from({ length: 8 }, () => false));
});
