import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The file that libraries install: built as documented, and started in a folder without any package. */
const folder = mkdtempSync(join(tmpdir(), 'concord-sip2-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the built gateway starts with Node alone, answers a sign-in while Concord is away, and ends when it is asked to', async () => {
  const [program, settings] = [join(folder, 'sip2-gateway.mjs'), join(folder, 'settings.json')];
  const built = spawnSync(process.execPath, ['local/build-sip2.ts', program], { encoding: 'utf8' });
  expect([built.status, built.stderr]).toEqual([0, '']);
  const listen = [{ port: 0, host: '127.0.0.1' }];
  // Nothing listens at port 9 (discard).
  const about = { api: 'http://127.0.0.1:9', libraryName: 'Birch', timeZone: 'Europe/Berlin', currency: 'EUR' };
  writeFileSync(settings, JSON.stringify({ ...about, listen, journal: join(folder, 'journal') }));
  const gateway = spawn(process.execPath, [program, settings], { cwd: folder, env: {} });
  const [line] = (await once(createInterface(gateway.stdout), 'line')) as [string];
  const { what, ports } = JSON.parse(line) as { what: string; ports: number[] };
  expect(what).toBe('listening');
  const socket = connect(ports[0] ?? 0, '127.0.0.1');
  socket.write('9300CNmch_1|COright|CPlobby|\r');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^940/);
  socket.destroy();
  gateway.kill('SIGTERM');
  expect(await once(gateway, 'exit')).toEqual([0, null]);
});
