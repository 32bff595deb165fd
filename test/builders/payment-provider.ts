import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startProvider } from '../../demo/payment-provider/provider.ts';

/** An event as it arrived: its type, its body as sent, and its signature. */
export type ArrivedEvent = { type: string; body: string; signature: string };

/** The secrets of the account at the stand-in. */
export const standInSecrets = { key: 'sk_test_of-the-stand-in', events: 'whsec_of-the-stand-in' };

/** Starts a stand-in of the payment provider whose events are collected; `arrived` waits for the next one of a type. */
export const aPaymentProvider = async () => {
  const waiting: ArrivedEvent[] = [];
  const takers: (() => void)[] = [];
  const collector = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      const { type } = JSON.parse(body) as { type: string };
      waiting.push({ type, body, signature: String(request.headers['stripe-signature']) });
      response.end('{}');
      for (const take of takers.splice(0)) take();
    });
  });
  await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening));
  const events = `http://127.0.0.1:${(collector.address() as AddressInfo).port}/`;
  const { key, events: secret } = standInSecrets;
  const provider = await startProvider({ port: 0, key, events, secret, retryMs: [], pageSize: 1 });
  const arrived = async (type: string): Promise<ArrivedEvent> => {
    for (;;) {
      const at = waiting.findIndex((event) => event.type === type);
      const [event] = at < 0 ? [] : waiting.splice(at, 1);
      if (event) return event;
      await new Promise<void>((next) => takers.push(next));
    }
  };
  return {
    ...provider,
    arrived,
    stop: async (): Promise<void> => {
      await provider.stop();
      collector.closeAllConnections();
      await new Promise<void>((closed) => collector.close(() => closed()));
    },
  };
};
