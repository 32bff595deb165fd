import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A provider of covers on this machine: the paths for which it was asked, and the address to be filled in. */
export type StandInProvider = { asked: string[]; address: string; origin: string; stop(): Promise<void> };

const started = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Starts a stand-in for a provider, which answers as a listener says. */
export const aCoverProvider = async (answer: RequestListener): Promise<StandInProvider> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  const origin = `http://127.0.0.1:${await started(server)}`;
  return {
    ...{ asked, origin, address: `${origin}/{isbn}/{size}` },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
