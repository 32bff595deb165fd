import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PlainFailure } from './failure.ts';
import { root } from './places.ts';
import { say } from './progress.ts';
import { runUntilShutdown } from './shutdown.ts';
import { smoke } from './smoke/checks.ts';

const { values, positionals } = parseArgs({
  options: { token: { type: 'string' }, json: { type: 'boolean' } },
  allowPositionals: true,
});

const described = (): string => readFileSync(join(root, 'docs', 'openapi.json'), 'utf8');

/** Proves a deployment from outside: `npm run smoke -- https://library.example.org [--token TOKEN]`. Ends with 1 when a check fails. */
const prove = async (): Promise<number> => {
  const [site] = positionals;
  if (site === undefined || !URL.canParse(site))
    throw new PlainFailure('Name the site to prove: npm run smoke -- https://library.example.org');
  const results = await smoke(new URL(site).origin, { description: described(), token: values.token });
  for (const { name, passed, ms, found } of results)
    say(`  ${passed ? '✓' : '✗'} ${name.padEnd(58)} ${`${ms} ms`.padStart(9)}${passed ? '' : `  ${found}`}`);
  const failed = results.filter(({ passed }) => !passed).length;
  say(`${results.length - failed} passed, ${failed} failed: ${site}`);
  if (values.json) say(JSON.stringify({ smoke: site, passed: results.length - failed, failed, results }));
  return failed > 0 ? 1 : 0;
};

await runUntilShutdown(prove, () => Promise.resolve());
