import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jestLevel } from '../local/levels/jest-level.ts';
import { root, toolsFolder } from '../local/places.ts';
import { buildWeb } from '../local/web-build.ts';
import type { PageRun } from '../test/builders/accessibility-run.ts';
import { summaryOf } from './accessibility/summary.ts';

/** Where the summary is committed: docs/accessibility.ts makes the conformance report from it. */
const committed = join(root, 'docs', 'accessibility', 'summary.json');
const logs = join(toolsFolder, 'accessibility');
const raw = join(logs, 'run.jsonl');

mkdirSync(logs, { recursive: true });
rmSync(raw, { force: true });
await buildWeb();
const { tally, failures } = await jestLevel({
  ...{ name: 'accessibility', project: 'browser', logs },
  patterns: ['test/browser/pages.test.ts'],
  env: { CONCORD_ACCESSIBILITY_RUN: raw, CONCORD_WHOLE: 'true' },
});
if (!existsSync(raw)) throw new Error(`No page was opened: ${failures.join('; ')}`);
const runs = readFileSync(raw, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as PageRun);
const summary = summaryOf(runs);
writeFileSync(committed, `${JSON.stringify(summary, undefined, 2)}\n`);

const { pages, windows, rules, keyboard, spacing, zoom } = summary;
console.log(`${pages} pages, ${windows} windows, ${runs.length} runs of axe ${summary.axe}; raw results: ${raw}`);
console.log(`Rules: ${rules.length}, of which failed: ${rules.filter(({ failed }) => failed > 0).length}`);
console.log(
  `Keyboard: ${keyboard.stops} stops; pages that the key does not leave: ${keyboard.traps.length}; failing stops: ${keyboard.bad.length}`,
);
for (const bad of keyboard.bad.slice(0, 40)) console.log(`  ${bad}`);
console.log(`Pages wider than the window with text spacing: ${spacing.join(', ') || 'none'}`);
console.log(`Pages wider than the window at a zoom of 200 %: ${zoom.join(', ') || 'none'}`);
console.log(`Tests: ${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed > 0 ? 1 : 0;
