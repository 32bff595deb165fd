import { readFileSync } from 'node:fs';
import { operations } from '../functions/operations.ts';
import { trackedFiles } from '../local/code/scan-names.ts';
import { isFlow, roleOf } from '../local/levels/browser-flows.ts';
import { countLines } from '../local/levels/flow-counts.ts';
import { screenless } from './screens/screenless.ts';

const webFiles = (): string[] =>
  trackedFiles()
    .filter((one) => /^web\/src\/.*\.tsx?$/.test(one) && !one.includes('.generated.'))
    .map((file) => readFileSync(file, 'utf8'));

/**
 * Returns the calls of the web app: `METHOD path` of the typed client's calls, and the bare path if a file names it separately from the
 * call, which then counts for each of its methods.
 */
const calledByWeb = (): Set<string> => {
  const calls = new Set<string>();
  for (const source of webFiles())
    for (const [, method, path = ''] of source.matchAll(
      /(?:\.(GET|POST|PUT|PATCH|DELETE)\(\s*)?['"`](\/v1\/[^'"`]*)['"`]/g,
    ))
      calls.add(method === undefined ? path : `${method} ${path}`);
  return calls;
};

/** Tests of the browser, by what answers them: the deployed stack (by role), or fixtures of the API. */
const flows = (): { deployed: Map<string, number>; fixtures: number } => {
  const count = { deployed: new Map<string, number>(), fixtures: 0 };
  for (const file of trackedFiles().filter((one) => /^test\/browser\/.*\.test\.ts$/.test(one))) {
    const tests = readFileSync(file, 'utf8').match(/^\s*test(\.each)?\(/gm)?.length ?? 0;
    if (isFlow(file)) count.deployed.set(roleOf(file), tests);
    else count.fixtures += tests;
  }
  return count;
};

const calls = calledByWeb();
const without = operations.filter(({ method, path }) => !calls.has(path) && !calls.has(`${method} ${path}`));
const unexplained = without.filter(({ id }) => screenless[id] === undefined);
const explained = without.filter(({ id }) => screenless[id] !== undefined);
const stale = Object.keys(screenless).filter((id) => !without.some((one) => one.id === id));

console.log(`Operations: ${operations.length}, of which the web app calls ${operations.length - without.length}.`);
console.log(`\nFor machines, partners and the stack itself, ${explained.length}:`);
for (const { id } of explained) console.log(`  ${id.padEnd(44)} ${screenless[id]}`);
console.log(`\nWithout a screen, ${unexplained.length} (goal: 25 at most, with those above):`);
for (const { id, summary } of unexplained) console.log(`  ${id.padEnd(44)} ${summary}`);
if (stale.length > 0) console.log(`\nExplained but called by the web app, or unknown: ${stale.join(', ')}`);
const { deployed, fixtures } = flows();
const onStack = [...deployed.values()].reduce((all, one) => all + one, 0);
console.log(`\nFlows by test kind: ${onStack} on the deployed stack, ${fixtures} on fixtures of the API.`);
console.log('\nFlows on the deployed stack, by role:');
for (const [role, tests] of deployed) console.log(`  ${role.padEnd(44)} ${tests}`);
console.log('\nCounts of flows, as their tests last took them in this work tree:');
for (const line of countLines()) console.log(line);
