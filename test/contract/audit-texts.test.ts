import { globSync, readFileSync } from 'node:fs';
import { periodSteps } from '../../functions/finance/domain/periods/period.ts';
import { messagesIn } from '../builders/web-messages.ts';

const sources = globSync('{functions,layers}/**/*.ts')
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(file, 'utf8'));

/** The acts that the sources write into the audit log: as literals, or by a function that is given the act. */
const acts = sources
  .filter((source) => /\bauditWrite\b|\bAuditLine\b|\btextAudit\b|\baudit\b/.test(source))
  .flatMap((source) => [
    ...[...source.matchAll(/\bdid: '([^']+)'(?! as const)/g)].map(([, act = '']) => act),
    ...[...source.matchAll(/\baudit\('([^']+)'/g)].map(([, act = '']) => act),
    ...[...source.matchAll(/\btextAudit\([^;]*?'([a-z-]+)'/g)].map(([, act = '']) => act),
  ]);

test.each(['en', 'es'] as const)('every act in the audit log has a text in %s', (language) => {
  const texts = messagesIn(language);
  const all = new Set([...acts, ...periodSteps.map((step) => `${step}-period`)]);
  expect(all.size).toBeGreaterThan(50);
  expect(all).toContain('set-notice-text');
  expect([...all].filter((act) => !Object.hasOwn(texts, `audit-did.${act}`))).toEqual([]);
});
