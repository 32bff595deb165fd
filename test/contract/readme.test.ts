import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from '../../functions/operations.ts';

const readme = readFileSync('README.md', 'utf8');
const tour = /## A tour by curl[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';

test('the tour finds the API at the port that npm start chose', () => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-tour-'));
  try {
    mkdirSync(join(folder, '.local'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, '.local/endpoints.json'), JSON.stringify({ api: 'http://localhost:4591/v1' }));
    const [first = ''] = tour.split('\n');
    const env = { PATH: process.env.PATH ?? '' };
    const printed = execFileSync('bash', ['-c', `${first}; echo "$API $JSON"`], { cwd: folder, env, encoding: 'utf8' });
    expect(printed).toBe('http://localhost:4591/v1 content-type: application/json\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(tour).not.toMatch(/localhost|127\.0\.0\.1/);
});

test('every address of the tour is an existing operation', () => {
  const addresses = [...tour.matchAll(/\$API(\/[^"?]+)/g)].map(([, path = '']) => path.replace('$RECORD', 'rec_1'));
  expect(addresses.length).toBeGreaterThan(5);
  const patterns = operations.map(({ path }) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`));
  expect(addresses.filter((path) => !patterns.some((pattern) => pattern.test(`/v1${path}`)))).toEqual([]);
});
