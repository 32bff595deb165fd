import { connect, type Socket } from 'node:net';
import { checksumOf } from '../../layers/protocols/sip2/checksum.ts';

/** A self-check that sends lines and waits for each response. */
export type SipTerminal = {
  /** Sends a line as it is, and returns the response without its line end; undefined when the connection ends instead. */
  send(line: string): Promise<string | undefined>;
  /** Sends a line with error detection (sequence number and checksum). */
  checked(line: string): Promise<string | undefined>;
  close(): void;
};

/** Connects a terminal to a port of this machine. */
export const sipTerminal = async (port: number, encoding: BufferEncoding = 'utf8'): Promise<SipTerminal> => {
  const socket: Socket = connect(port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const waiting: ((line: string | undefined) => void)[] = [];
  let rest = '';
  socket.on('data', (bytes) => {
    const lines = `${rest}${bytes.toString(encoding)}`.split('\r');
    rest = lines.pop() ?? '';
    for (const line of lines) waiting.shift()?.(line);
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    for (const resolve of waiting.splice(0)) resolve(undefined);
  });
  let sequence = 0;
  const send = (line: string): Promise<string | undefined> =>
    new Promise((resolve) => {
      if (socket.destroyed || socket.writableEnded) return resolve(undefined);
      waiting.push(resolve);
      return socket.write(Buffer.from(`${line}\r`, encoding));
    });
  return {
    send,
    checked: (line) => {
      const text = `${line}AY${sequence}AZ`;
      sequence = (sequence + 1) % 10;
      return send(`${text}${checksumOf(Buffer.from(text, encoding))}`);
    },
    close: () => socket.destroy(),
  };
};

/** Returns the first value of a field in a response. */
export const sipField = (response: string | undefined, code: string): string | undefined =>
  response
    ?.split('|')
    .map((field, at) => (at === 0 ? field.slice(field.indexOf(code)) : field))
    .find((field) => field.startsWith(code))
    ?.slice(2);
