import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainFailure } from './failure.ts';
import { fingerprint } from './fingerprint.ts';
import { withLock } from './lock.ts';
import { root, toolsFolder } from './places.ts';
import { step } from './progress.ts';
import { run } from './run.ts';
import { writeWebSchema } from './web-schema.ts';

/** Builds web/dist when its sources changed; nothing when there is no web app. PlainFailure with the log's path. */
export const buildWeb = async (): Promise<void> => {
  const web = join(root, 'web');
  if (!existsSync(join(web, 'vite.config.ts'))) return;
  await withLock(join(toolsFolder, 'web.lock'), async () => {
    const stamp = join(toolsFolder, 'web.stamp');
    const documents = ['SUPPORT.md', 'SECURITY.md', 'THIRD_PARTY_NOTICES.md'];
    const wanted = fingerprint(root, ['web', 'docs/openapi.json', 'package-lock.json', ...documents]);
    const built = existsSync(join(web, 'dist', 'index.html')) && existsSync(stamp);
    await writeWebSchema();
    if (built && readFileSync(stamp, 'utf8') === wanted) return;
    await step('Building the web app', async () => {
      const log = join(toolsFolder, 'logs', 'web-build.log');
      const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
      const code = await run({
        command: process.execPath,
        args: [vite, 'build', web],
        cwd: root,
        env: process.env,
        log,
      });
      if (code !== 0) throw new PlainFailure(`The web app could not be built (log: ${log}).`);
      writeFileSync(stamp, wanted);
    });
  });
};
