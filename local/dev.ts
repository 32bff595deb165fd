import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { allFunctions, bundleSources } from '../infra/bundle.ts';
import { functionsWith, sourcesIn } from './dev/reach.ts';
import { updateFunctions } from './dev/update-functions.ts';
import { noteUpdated } from './dev/updated-functions.ts';
import { watchFolders } from './dev/watch.ts';
import { startWebServer, type WebServer } from './dev/web-server.ts';
import { type Endpoints, endpointsSchema } from './endpoints.ts';
import { choosePort } from './engines/ports.ts';
import { answers } from './engines/process-group.ts';
import { readJson } from './json-file.ts';
import { startPlaces, toolsFolder } from './places.ts';
import { say, secondsSince, step } from './progress.ts';
import { setUp } from './set-up.ts';
import { runUntilShutdown } from './shutdown.ts';
import { startInstance } from './start-instance.ts';
import { writeWebSchema } from './web-schema.ts';

const places = startPlaces();
const instance = startInstance(places);
const bundles = join(toolsFolder, 'dev', 'functions');

let web: WebServer | undefined;
let endWatching: (() => void) | undefined;
let isOurs = false;

/** Connects to the stack that runs on the state folder, or starts it. */
const joinOrStart = async (): Promise<Endpoints> => {
  const running = readJson(places.endpoints, endpointsSchema);
  const lives = running && (await answers(`${running.web}/config.json`, (status) => status === 200).catch(() => false));
  if (running && lives) return running;
  isOurs = true;
  await setUp();
  return (await instance.start()).endpoints;
};

/** Handles a save: bundles the functions that contain the file and updates their code in the running stack. */
const follower = async ({ aws }: Endpoints) => {
  const sources = new Map(
    await step('Reading which function holds which file', async () => sourcesIn(await bundleSources(allFunctions))),
  );
  const follow = async (files: string[], savedAt: number): Promise<void> => {
    const ids = functionsWith(sources, files);
    const functions = allFunctions.filter(({ id }) => ids.includes(id));
    if (files.some((file) => file.endsWith('/contract.ts')))
      say('  A contract changed: routes, grants and documents follow with the next npm start and npm run gen.');
    if (ids.length === 0) return;
    rmSync(bundles, { recursive: true, force: true });
    for (const [id, held] of sourcesIn(await bundleSources(functions, bundles))) sources.set(id, held);
    noteUpdated(places, ids);
    await updateFunctions(aws, functions, bundles);
    const names = ids.length > 3 ? `${ids.length} functions` : ids.join(', ');
    say(`  ✓ ${files.join(', ')}: ${names} updated, ${secondsSince(savedAt)} after the save`);
  };
  // An error in the source does not stop the process; the next save is handled.
  return (files: string[], savedAt: number): Promise<void> =>
    follow(files, savedAt).catch((error: unknown) => {
      say(`  ✗ ${files.join(', ')}: ${error instanceof Error ? error.message : String(error)}`);
    });
};

const dev = async (): Promise<number> => {
  const endpoints = await joinOrStart();
  await writeWebSchema();
  endWatching = watchFolders(['functions', 'layers', 'events'], await follower(endpoints));
  const port = await choosePort(
    { what: 'the web app', variable: 'CONCORD_DEV_PORT', fixed: process.env.CONCORD_DEV_PORT, usual: 5173 },
    new Set(),
  );
  web = await startWebServer(endpoints.web, port);
  say(
    `\nThe web app from its sources: ${web.url}. The stack ${isOurs ? 'was started here' : 'runs elsewhere'}: ${endpoints.web}.`,
  );
  say(
    `Saves in functions/, layers/ and events/ reach it in seconds. Ctrl-C stops ${isOurs ? 'all and keeps the data' : 'watching, not the stack'}.`,
  );
  return new Promise(() => {});
};

const close = async (): Promise<void> => {
  endWatching?.();
  await web?.close();
  if (isOurs) await instance.stop();
};

await runUntilShutdown(dev, close, () => 0);
