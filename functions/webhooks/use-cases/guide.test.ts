import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { subscribable } from '../../../events/published.ts';
import { signedHeaders } from './sign.ts';

const guide = readFileSync('docs/webhooks.md', 'utf8');
const codeIn = (language: string): string => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1] ?? '';
const [old, secret] = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', `whsec_${Buffer.alloc(32, 7).toString('base64')}`];
const [now, body] = [1_764_000_121, '{"type":"hold-placed"}'];
const headers = signedHeaders([secret, old], { id: 'hld_1:1:0', timestamp: now, body });

/** A genuine request by either secret, then a changed body, another secret, and one that is too old. */
const cases = [
  [old, headers, body, now],
  [secret, headers, body, now + 299],
  [secret, headers, `${body} `, now],
  ['whsec_AAAA', headers, body, now],
  [secret, headers, body, now + 301],
];
const expected = [true, true, false, false, false];

test('the check of signatures in Node that the guide shows accepts genuine requests only', () => {
  const run = `${codeIn('js')}
console.log(JSON.stringify(${JSON.stringify(cases)}.map((one) => isGenuine(...one))));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', run], { encoding: 'utf8' });
  expect(JSON.parse(printed)).toEqual(expected);
});

test('the check of signatures in Python that the guide shows accepts genuine requests only', () => {
  const run = `${codeIn('python')}
import json, sys
print(json.dumps([is_genuine(*one) for one in json.load(sys.stdin)]))`;
  const printed = execFileSync('python3', ['-c', run], { encoding: 'utf8', input: JSON.stringify(cases) });
  expect(JSON.parse(printed)).toEqual(expected);
});

test('the guide has every fact to which a webhook can subscribe', () => {
  const rows = [...guide.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  expect(rows.toSorted()).toEqual([...Object.keys(subscribable), 'test'].toSorted());
});
