import { PlainFailure } from './failure.ts';
import { startPlaces } from './places.ts';
import { say, secondsSince } from './progress.ts';
import { setUp } from './set-up.ts';
import { runUntilShutdown } from './shutdown.ts';
import { startInstance } from './start-instance.ts';
import { summary } from './summary.ts';

const places = startPlaces();
const instance = startInstance(places);
let up = false;

const start = async (): Promise<number> => {
  const began = Date.now();
  say('Concord is starting.');
  await setUp();
  const { endpoints, lost } = await instance.start();
  up = true;
  say(
    `\n${summary(endpoints)}\n\nUp after ${secondsSince(began)}. Ctrl-C stops all and keeps the data in ${places.state}.`,
  );
  const { name, log } = await lost;
  throw new PlainFailure(`${name} ended unexpectedly (log: ${log}): all is stopped, run npm start again.`);
};

const close = async (): Promise<void> => {
  const saved = await instance.stop();
  if (!saved) say('Stopped, but not all was saved: the next start says so and rebuilds the search index.');
  else if (up) say('Stopped; the data is kept.');
};

await runUntilShutdown(start, close, (code) => (up ? 0 : code));
