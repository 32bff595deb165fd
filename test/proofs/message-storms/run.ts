import * as fc from 'fast-check';
import { dropTable } from '../../builders/dynamodb-local.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { withoutConditions } from '../mutants.ts';
import type { Act } from './act.ts';
import { aStorm, confirmAll, doAct, isFaulty } from './acts.ts';
import { atOnce } from './at-once.ts';
import { recount } from './recount.ts';
import { firstAsked } from './speaking.ts';
import { type Defect, newWorld, twoServers, type World } from './world.ts';

/** The number of storms, the number of groups of acts, the seed, and the defect that they must detect, if any. */
export type Storms = { runs: number; groups: number; seed: number; without?: Defect };

/** The results of storms: acts, requests, messages and steps; the violations of the recount, and the totals. */
export type Stormed = {
  acts: number;
  requests: number;
  messages: number;
  steps: Record<string, number>;
  recounted: string[];
  found: fc.RunDetails<[Act[][]]>;
};

/** The number of rounds in which everything comes to rest: a message is tried three times, and a dead worker's claim expires. */
const TURNS = 30;

/** Ends the acts: messages in transit arrive, and every worker processes its queue. */
const calm = async (world: World): Promise<void> => {
  confirmAll(world);
  const { around } = world;
  for (let turn = 0; turn < TURNS; turn += 1) {
    await world.relay();
    await world.carry({ how: 'once' });
    await world.tick();
    await world.relay();
    await world.follow();
    await world.relay();
    const waiting = [...around.queue('partner-messages'), ...around.queue('loan-events')];
    const due = around.executions.some((one) => one.due && !one.ended);
    if (waiting.length === 0 && !due) return;
    const next = Math.min(...waiting.map(({ visibleAt }) => visibleAt));
    // By at least a minute: a message that waits for the previous one is checked every few seconds.
    if (!due && Number.isFinite(next)) world.pass(Math.max(60, (next - world.now()) / 1000));
  }
  world.faults.push('it never comes to rest');
};

const storm = async (world: World, groups: readonly Act[][]): Promise<void> => {
  confirmAll(world);
  await world.tick();
  await firstAsked(world);
  for (const acts of groups) {
    if (acts.some(isFaulty)) for (const act of acts) await doAct(world, act);
    else await atOnce(acts.map((act) => () => doAct(world, act)));
    world.pass(1);
  }
};

/** The history of the faulty requests, and the locations of the copies. */
const explained = async (world: World, faults: readonly string[]): Promise<string> => {
  const named = world.known().filter((requestId) => faults.some((fault) => fault.includes(requestId)));
  const histories = await Promise.all(
    named.map(async (requestId) =>
      ((await world.load(requestId))?.history ?? []).map(
        ({ at, by, side, trigger, from, to }) => `  ${at} ${by.kind} ${side}: ${from} -${trigger}-> ${to}`,
      ),
    ),
  );
  const copies = (await scanAll(world.table.name, 'item')).map(
    ({ itemId, state, currentBranch, hold, request, loan, transit }) =>
      `  ${JSON.stringify({ itemId, state, currentBranch, hold, request, loan: loan !== undefined, transit })}`,
  );
  return [...faults, ...named.flatMap((requestId, i) => [requestId, ...(histories[i] ?? [])]), ...copies].join('\n');
};

const forget = async ({ table, close }: World): Promise<void> => {
  close();
  await dropTable(table.name);
};

/**
 * Storms of messages, steps, repetitions and failing workers on the real handlers and a table each, checked against a recount.
 * Returns what fast-check found, and the totals.
 */
export const runStorms = async ({ runs, groups, seed, without }: Storms): Promise<Stormed> => {
  const servers = await twoServers();
  const seen = { acts: 0, requests: 0, messages: 0, steps: {} as Record<string, number>, recounted: [] as string[] };
  try {
    const property = fc.asyncProperty(aStorm(groups), async (all) => {
      const world = await newWorld(servers, without);
      try {
        const through = () => storm(world, all);
        await (without === 'conditions' ? withoutConditions(through) : through());
        const amid = await recount(world, false);
        await (without === 'conditions' ? withoutConditions(() => calm(world)) : calm(world));
        seen.recounted = [...amid.map((fault) => `amid: ${fault}`), ...(await recount(world, true))];
        const faults = [...world.faults, ...seen.recounted];
        seen.acts += all.flat().length;
        seen.messages += world.confirmed.length + servers.reduce((sum, { posted }) => sum + posted.length, 0);
        for (const requestId of world.known()) {
          seen.requests += 1;
          for (const { trigger } of (await world.load(requestId))?.history ?? [])
            seen.steps[trigger] = (seen.steps[trigger] ?? 0) + 1;
        }
        if (faults.length > 0) throw new Error(await explained(world, faults));
      } finally {
        await forget(world);
      }
    });
    // Concurrent acts have another outcome the next time: a shorter storm would seldom fail in the same way.
    const found = await fc.check(property, { numRuns: runs, seed, endOnFailure: true });
    return { ...seen, found };
  } finally {
    for (const server of servers) server.close();
  }
};

/** Describes a failure: the seed, the storm, and the violations after it. */
export const report = ({ found }: Stormed): string => {
  const { failed, counterexample, errorInstance, seed, counterexamplePath: path } = found;
  if (!failed) return `nothing found with seed ${seed}`;
  const acts = counterexample?.[0].map((group) => group.map((act) => JSON.stringify(act)).join(' | ')).join('\n  ');
  return `seed ${seed}, path ${path}:\n  ${acts}\n${(errorInstance as Error | undefined)?.message}`;
};
