import { readFileSync } from 'node:fs';
import { type AddressInfo, BlockList, createServer, isIP, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Gateway } from './exchange.ts';
import { openSession, type SessionEvent } from './session.ts';
import type { Listener } from './settings.ts';

/** The longest line of a device, in bytes: the longest request has some hundred. */
const LONGEST_LINE = 4096;

/** How long a device may take for its TLS handshake, in milliseconds. */
const HANDSHAKE_MS = 10_000;

const [CR, LF] = [13, 10];

const allowList = (ranges: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
};

/** Returns whether an address may connect. An IPv4 address of a dual-stack socket is compared as IPv4. */
const mayConnect = (list: BlockList | undefined, address: string): boolean => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  return list === undefined || list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
};

/** Splits a stream of bytes into lines: CR, LF or both end a line, and empty lines are skipped. */
const lineReader = (onLine: (line: Buffer) => void, tooLong: () => void) => {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes: Buffer): void => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    let from = 0;
    for (let at = 0; at < rest.length; at += 1) {
      if (rest[at] !== CR && rest[at] !== LF) continue;
      if (at > from) onLine(Buffer.from(rest.subarray(from, at)));
      from = at + 1;
    }
    rest = Buffer.from(rest.subarray(from));
    if (rest.length > LONGEST_LINE) tooLong();
  };
};

/** Serves one connection: a device waits for each response, so its lines are answered in their order. */
const serve = (gateway: Gateway, socket: Socket, log: (event: SessionEvent) => void): void => {
  const session = openSession(gateway, log);
  let queue = Promise.resolve();
  let waiting = 0;
  const answer = async (line: Buffer): Promise<void> => {
    const answered = await session.answer(line);
    waiting -= 1;
    if ('bytes' in answered && !socket.destroyed) socket.write(Buffer.concat([answered.bytes, Buffer.from([CR])]));
    if (answered.end) socket.end();
  };
  const onLine = (line: Buffer): void => {
    waiting += 1;
    // A device that does not wait for responses is no self-check.
    if (waiting > 100) return void socket.destroy();
    queue = queue
      .then(() => answer(line))
      .catch(() => {
        socket.destroy();
      });
  };
  socket.setNoDelay(true);
  // A load balancer ends connections that are silent for 350 seconds; and a terminal without power is noticed.
  socket.setKeepAlive(true, 60_000);
  socket.setTimeout(gateway.settings.idleSeconds * 1000, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on(
    'data',
    lineReader(onLine, () => socket.destroy()),
  );
};

/** A listening port of the gateway. */
export type Listening = { port: number; close(): Promise<void> };

/** Opens one port, plain or TLS. */
export const listen = async (
  gateway: Gateway,
  { port, host, tls }: Listener,
  log: (event: SessionEvent) => void,
): Promise<Listening> => {
  const { allow, maxConnections } = gateway.settings;
  const list = allow && allowList(allow);
  const sockets = new Set<Socket>();
  const answer = (socket: Socket): void => serve(gateway, socket, log);
  const server: Server = tls
    ? createTlsServer(
        {
          ...{ cert: readFileSync(tls.cert), key: readFileSync(tls.key), minVersion: 'TLSv1.2' },
          handshakeTimeout: HANDSHAKE_MS,
        },
        answer,
      )
    : createServer(answer);
  server.maxConnections = maxConnections;
  // Each connection is checked, and is ended by `close`, before its TLS handshake too.
  server.prependListener('connection', (socket: Socket): void => {
    if (!mayConnect(list, socket.remoteAddress ?? '')) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};
