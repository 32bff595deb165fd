import { join } from 'node:path';
import { createServer } from 'vite';
import { routeOf } from '../origin/route.ts';
import { root } from '../places.ts';

/** A development server of the web app: its address, and a stop function. */
export type WebServer = { url: string; close(): Promise<void> };

/** Serves the web app from its sources, updated on each save; forwards other requests to the stack's origin. */
export const startWebServer = async (origin: string, port: number): Promise<WebServer> => {
  const server = await createServer({
    configFile: join(root, 'web', 'vite.config.ts'),
    logLevel: 'warn',
    clearScreen: false,
    server: {
      host: '127.0.0.1',
      port,
      proxy: {
        '^/': {
          target: origin,
          // The origin's own routing decides what belongs to the web app.
          bypass: ({ method = 'GET', url = '/' }) => (routeOf(method, url, new Map()).to === 'web' ? url : undefined),
        },
      },
    },
  });
  await server.listen();
  return { url: `http://localhost:${server.config.server.port}`, close: () => server.close() };
};
