import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { availabilitySeen, readerOf } from '../../../bench/availability.ts';
import { reliabilityStore } from '../../../functions/discovery/public/reliability-store.ts';
import { canonicalJson } from '../../../layers/kernel/text/canonical-json.ts';
import { tableNamed } from '../../../layers/platform/dynamodb/table.ts';
import { systemClock } from '../../../layers/platform/runtime/clock.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { deploy } from '../../../local/deploy.ts';
import type { Endpoints } from '../../../local/endpoints.ts';
import { writeJson } from '../../../local/json-file.ts';
import { outputOf } from '../../../local/origin/route.ts';
import type { Places } from '../../../local/places.ts';
import { say, step } from '../../../local/progress.ts';
import { rehearseRestore } from '../../../local/rehearse-restore.ts';
import { awsEnvironment } from '../../../local/tools.ts';
import { calling } from '../../builders/deployed.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { until, worldOn } from './world.ts';

type Row = Record<string, unknown>;
const asTexts = (rows: readonly Row[]): string[] => rows.map((row) => canonicalJson(row)).toSorted();

/** Returns the first rows that only one of two tables has. */
const differing = (some: readonly string[], others: readonly string[]): string[] => {
  const [one, other] = [new Set(some), new Set(others)];
  return [...some.filter((row) => !other.has(row)), ...others.filter((row) => !one.has(row))].slice(0, 3);
};

const nextSecond = (after: number): Promise<number> =>
  until('the next second of the clock', async () => (Date.now() > after ? after : undefined), 20);

/** Waits for a moment at which nothing is written, since the stream's readers follow for a while. Returns it, and the rows of then. */
const quietMoment = (table: string): Promise<{ rows: string[]; moment: Date }> =>
  until('a moment without writes', async () => {
    const rows = asTexts(await scanAll(table));
    // A restore has the precision of a second: no write may be in the second of the moment, before or after it.
    const moment = await nextSecond((Math.floor(Date.now() / 1000) + 1) * 1000);
    await nextSecond(moment + 1000);
    return isDeepStrictEqual(asTexts(await scanAll(table)), rows) ? { rows, moment: new Date(moment) } : undefined;
  });

/**
 * Rehearses steps 2 and 4 to 7 of the runbook of a restore on a stack with the demo: people lend, a patron is erased, the table is restored to the moment before
 * that, the stacks switch to the new table by the setting, and the three jobs run. Prints each check. Returns how many failed.
 */
export const drill = async (places: Places, endpoints: Endpoints): Promise<number> => {
  // The rows are compared by the SDK of this process.
  Object.assign(process.env, awsEnvironment(endpoints.aws));
  const world = await worldOn(endpoints);
  const reader = readerOf(calling(endpoints));
  let failed = 0;
  const check = (what: string, found: unknown, wanted: unknown): void => {
    const holds = isDeepStrictEqual(found, wanted);
    if (!holds) failed += 1;
    say(
      `  ${holds ? '✓' : '✗'} ${what}${holds ? '' : `: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`}`,
    );
  };
  const source = outputOf(endpoints.outputs, 'TableName') ?? '';

  const [atPoint, later] = await reader.books();
  if (!atPoint || !later) throw new Error('The demo has two books on the shelf.');
  const [gone, stays] = [await world.register('Zwetkowa'), await world.register('Okafor')];
  await world.checkOut(atPoint.barcode, stays.card);
  await until('the loan in the filter', async () => ((await reader.inFilter(atPoint)) ? undefined : true));
  const { rows, moment } = await quietMoment(source);

  say('After the moment: a return, a loan, and an erasure.');
  await world.checkIn(atPoint.barcode);
  await world.checkOut(later.barcode, stays.card);
  await world.erase(gone.patronId);
  await world.invoke('patrons-erase-patrons');
  await until('the loan in the filter', async () => ((await reader.inFilter(later)) ? undefined : true));
  check('the erased patron is listed outside the table', await world.erasures(), [`erasures/${gone.patronId}`]);
  check('and known to no desk', await world.isKnown(gone.card), false);

  const target = `${source}-restored`;
  const inUse = tableNamed(source);
  const { stream: table, rehearsal } = await step('Restoring the table to the moment', () =>
    rehearseRestore(
      world.client,
      { source, target, at: moment },
      {
        ...{ inUse, reliability: reliabilityStore(inUse), clock: systemClock, pauseMs: 500 },
        scan: { environment: readEnvironment({ ...process.env, TABLE_NAME: target }) },
      },
    ),
  );
  say(`  ${rehearsal.seconds} s, ${rehearsal.compared} rows compared, ${rehearsal.changed} changed since`);
  check('each row of that moment is compared', rehearsal.compared, rows.length);
  check('what was changed since is found', rehearsal.changed > 0, true);
  const shown = await calling(endpoints)('GET', '/discovery/reliability');
  check('the rehearsal is shown to everybody', shown.body.rehearsal, rehearsal);
  check('the new table has the rows of that moment, and no other', differing(asTexts(await scanAll(target)), rows), []);

  const settings = join(places.state, 'restored.config.json');
  writeJson(settings, { table });
  const searchEndpoint = endpoints.search;
  const context = { target: 'local', searchEndpoint, site: endpoints.web, settings };
  const { outputs } = await deploy(places, { endpoint: endpoints.aws, context });
  check('the stacks use it', outputOf(outputs, 'TableName'), target);
  const old = asTexts(await scanAll(source));
  check('the erased patron is there again, before the replay', await world.isKnown(gone.card), true);

  const replayed = await step('Erasing again', () => world.job('replay-erasures'));
  check('one patron is erased again', [replayed.listed, replayed.erasing, replayed.deferred], [1, 1, 0]);
  await world.invoke('patrons-erase-patrons');
  const checks = await step('Rebuilding what clocks follow', () => world.job('rebuild-scheduled-checks'));
  check('no row was unreadable', [checks.failed, Number(checks.items) > 0, Number(checks.cards) > 0], [0, true, true]);
  const index = await step('Rebuilding the index', () => world.job('rebuild-index'));
  check('no record was left out of the index', [index.failed, Number(index.written) > 0], [[], true]);

  check('no desk knows the erased patron', await world.isKnown(gone.card), false);
  const left = (await scanAll(target)).filter((row) => JSON.stringify(row).includes(gone.patronId));
  check('and no row names the patron', left, []);
  check(
    'a loan of that moment is lent again: on its page, in the filter',
    [await reader.onPage(atPoint), await reader.inFilter(atPoint)],
    [false, false],
  );
  check(
    'a loan made since is on the shelf: on its page, in the filter',
    [await reader.onPage(later), await reader.inFilter(later)],
    [true, true],
  );
  await world.checkIn(atPoint.barcode);
  check('desks and readers of the stream go on with the new table', (await availabilitySeen(endpoints, 1)).length, 2);
  check('nothing writes to the old table any more', differing(asTexts(await scanAll(source)), old), []);
  say(failed === 0 ? 'The restore is rehearsed.' : `${failed} checks failed.`);
  return failed;
};
