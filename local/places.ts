import { join, resolve } from 'node:path';

/** The project's root folder. */
export const root = resolve(import.meta.dirname, '..');

/** Where fetched engines live: shared by all instances of this work tree. */
export const toolsFolder = join(root, '.local');

/** The folders and files of one running instance; two instances with different state folders never meet. */
export type Places = {
  state: string;
  aws: string;
  search: string;
  logs: string;
  temporary: string;
  cdk: string;
  running: string;
  ports: string;
  deployed: string;
  /** The functions updated by `npm run dev` since their deployment. */
  updated: string;
  seeded: string;
  endpoints: string;
  /** The registration of the simulated partner, with its secret. */
  partner: string;
  /** The secrets of the account at the stand-in of the payment provider, and what the stand-in remembers. */
  payments: string;
  provider: string;
};

/** Returns the places of the instance in a state folder; `endpoints` is the file that publishes its addresses. */
export const placesOf = (state: string, endpoints = join(state, 'endpoints.json')): Places => ({
  state,
  aws: join(state, 'aws'),
  search: join(state, 'search'),
  logs: join(state, 'logs'),
  temporary: join(state, 'tmp'),
  cdk: join(state, 'cdk'),
  running: join(state, 'running.json'),
  ports: join(state, 'ports.json'),
  deployed: join(state, 'deployed.json'),
  updated: join(state, 'updated.json'),
  seeded: join(state, 'seeded.json'),
  endpoints,
  partner: join(state, 'partner.json'),
  payments: join(state, 'payments.json'),
  provider: join(state, 'payment-provider.json'),
});

/** The instance that `npm start` runs: .local/state, or CONCORD_STATE_DIR for a second copy. */
export const startPlaces = (): Places => {
  const other = process.env.CONCORD_STATE_DIR;
  return other ? placesOf(resolve(other)) : placesOf(join(toolsFolder, 'state'), join(toolsFolder, 'endpoints.json'));
};
