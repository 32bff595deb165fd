import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closingLine } from './levels/tally.ts';
import { root, toolsFolder } from './places.ts';
import { say, secondsSince } from './progress.ts';
import { run } from './run.ts';

/** Returns the names of the proofs: every script `prove:NAME` of package.json except this one. */
const proofs = (): string[] => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  return Object.keys(scripts).filter((name) => name.startsWith('prove:') && name !== 'prove:all');
};

let failed = 0;
const names = proofs();
// One after the other, because each measures and needs the whole machine.
for (const name of names) {
  const began = Date.now();
  const log = join(toolsFolder, 'prove-all', `${name.replace(':', '-')}.log`);
  const code = await run({ command: 'npm', args: ['run', '-s', name], cwd: root, env: { ...process.env }, log });
  if (code !== 0) failed += 1;
  say(`${code === 0 ? '✓' : '✗'} ${name}  ${secondsSince(began)} s${code === 0 ? '' : `  see ${log}`}`);
}
say(closingLine({ passed: names.length - failed, failed, skipped: 0 }));
process.exitCode = failed > 0 ? 1 : 0;
