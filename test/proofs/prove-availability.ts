import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { availabilitySeen } from '../../bench/availability.ts';
import { missedOf, reportMissed } from '../../bench/goals.ts';
import { quantile } from '../../bench/quantile.ts';
import { instanceOf } from '../../local/instance.ts';
import { placesOf, toolsFolder } from '../../local/places.ts';
import { say } from '../../local/progress.ts';
import { setUp } from '../../local/set-up.ts';
import { runUntilShutdown } from '../../local/shutdown.ts';

/** The number of loans (each returned again) in a run, one after the other. */
const FULL = 50;
/** The maximum time, in milliseconds, until a reader sees a change. */
const goals = { page: 2_000, filter: 5_000 };
const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const count = Number(positionals[0] ?? FULL);
const places = placesOf(
  join(resolve(process.env.CONCORD_TEST_DIR ?? join(toolsFolder, 'prove-availability')), 'instance'),
);
const instance = instanceOf(places, { scale: 'tests', fresh: true });

/**
 * Lends and checks in on a deployed stack, and measures the time until a reader sees it on the page and in the filter. Returns
 * the exit code.
 */
const prove = async (): Promise<number> => {
  await setUp();
  const { endpoints } = await instance.start();
  const waited = await availabilitySeen(endpoints, count, (done) => {
    if (done % 10 === 0) say(`  ${done} of ${count} loans`);
  });
  const rows = (['page', 'filter'] as const).map((where) => {
    const times = waited.map((one) => one[where]);
    return {
      where,
      changes: times.length,
      p50Ms: Math.round(quantile(times, 0.5)),
      p95Ms: Math.round(quantile(times, 0.95)),
      mostMs: Math.round(quantile(times, 1)),
      goalMs: goals[where],
      within: times.filter((ms) => ms <= goals[where]).length,
    };
  });
  console.table(rows);
  if (values.json) console.log(JSON.stringify({ bench: 'prove-availability', rows }));
  await instance.stop();
  const missed = missedOf(
    rows.map(({ where, mostMs, goalMs }) => ({
      what: `the longest wait in the ${where}, ms`,
      figure: mostMs,
      most: goalMs,
    })),
  );
  reportMissed(missed);
  return missed.length > 0 ? 1 : 0;
};

await runUntilShutdown(prove, async () => {
  await instance.stop();
});
