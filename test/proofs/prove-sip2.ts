import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from '../../bench/quantile.ts';
import { sipTerminal } from '../builders/sip2-terminal.ts';

/** The terminals of one gateway, and the checkouts that each makes, with a pause of `PAUSE` ms between them: a scan in four seconds. */
const [TERMINALS, SCANS, PAUSE] = [500, 10, 4000];

const program = (file: string, args: string[]): { child: ChildProcess; says: Promise<string> } => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const says = new Promise<string>((resolve) => child.stdout?.once('data', (bytes: Buffer) => resolve(String(bytes))));
  return { child, says };
};

const ms = (values: number[], share: number): number =>
  Math.round(
    10 *
      quantile(
        values.toSorted((a, b) => a - b),
        share,
      ),
  ) / 10;

/** Runs `act` for every terminal, its scans spread over the pause, and returns how long each scan took, in ms. */
const timed = async (act: (terminal: number, scan: number) => Promise<void>): Promise<number[]> => {
  const took: number[] = [];
  await Promise.all(
    Array.from({ length: TERMINALS }, async (_, terminal) => {
      await pause((PAUSE * terminal) / TERMINALS);
      for (let scan = 0; scan < SCANS; scan += 1) {
        const startedAt = performance.now();
        await act(terminal, scan);
        took.push(performance.now() - startedAt);
        await pause(Math.max(0, PAUSE - (performance.now() - startedAt)));
      }
    }),
  );
  return took;
};

const folder = mkdtempSync(join(tmpdir(), 'concord-sip2-'));
const api = program('test/proofs/sip2/stand-in-api.ts', []);
const apiPort = Number(await api.says);
const settings = join(folder, 'settings.json');
writeFileSync(
  settings,
  JSON.stringify({
    ...{ api: `http://127.0.0.1:${apiPort}`, listen: [{ port: 0, host: '127.0.0.1' }], timeZone: 'America/New_York' },
    ...{ currency: 'USD', journal: join(folder, 'journal') },
  }),
);
const gateway = program('gateways/sip2/main.ts', [settings]);
try {
  const { ports } = JSON.parse((await gateway.says).split('\n')[0] ?? '') as { ports: number[] };
  gateway.child.stdout?.resume();
  const body = (terminal: number, scan: number) =>
    JSON.stringify({ branchId: 'riverton.main', item: `3${terminal}${scan}`, patron: `2${terminal}` });
  const direct = await timed(async (terminal, scan) => {
    const answer = await fetch(`http://127.0.0.1:${apiPort}/v1/circulation/check-outs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: body(terminal, scan),
    });
    await answer.text();
  });
  const terminals = await Promise.all(Array.from({ length: TERMINALS }, () => sipTerminal(ports[0] ?? 0)));
  const signedIn = await Promise.all(terminals.map((one) => one.checked('9300CNmch_1|COright|')));
  if (signedIn.some((answer) => !answer?.startsWith('941'))) throw new Error('A terminal could not sign in.');
  let lent = 0;
  const through = await timed(async (terminal, scan) => {
    const request = `11NN20261201    10051420261215    235900AO|AA2${terminal}|AB3${terminal}${scan}|AC|BON|BIN|`;
    if ((await terminals[terminal]?.checked(request))?.startsWith('121')) lent += 1;
  });
  for (const one of terminals) one.close();
  const added = ms(through, 0.95) - ms(direct, 0.95);
  console.log(
    `${TERMINALS} terminals on one gateway, ${lent} of ${TERMINALS * SCANS} checkouts lent, ${TERMINALS / (PAUSE / 1000)} a second.`,
  );
  console.log(
    `p95 direct ${ms(direct, 0.95)} ms, through the gateway ${ms(through, 0.95)} ms: ${added.toFixed(1)} ms added (goal 30).`,
  );
  console.log(`Median direct ${ms(direct, 0.5)} ms, through the gateway ${ms(through, 0.5)} ms.`);
  process.exitCode = lent === TERMINALS * SCANS && added <= 30 ? 0 : 1;
} finally {
  gateway.child.kill();
  api.child.kill();
  rmSync(folder, { recursive: true, force: true });
}
