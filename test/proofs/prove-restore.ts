import { join, resolve } from 'node:path';
import { instanceOf } from '../../local/instance.ts';
import { placesOf, toolsFolder } from '../../local/places.ts';
import { setUp } from '../../local/set-up.ts';
import { runUntilShutdown } from '../../local/shutdown.ts';
import { drill } from './restore/drill.ts';

const state = resolve(process.env.CONCORD_TEST_DIR ?? join(toolsFolder, 'prove-restore'));
const places = placesOf(join(state, 'instance'));
const instance = instanceOf(places, { scale: 'tests', fresh: true });

/** Restores the table of a stack in the emulator to a moment, by the steps of docs/runbooks/restore.md. Returns the exit code. */
const prove = async (): Promise<number> => {
  await setUp();
  const { endpoints } = await instance.start();
  const failed = await drill(places, endpoints);
  await instance.stop();
  return failed === 0 ? 0 : 1;
};

await runUntilShutdown(prove, async () => {
  await instance.stop();
});
