import type { Endpoints } from './endpoints.ts';
import { summary } from './summary.ts';

const endpoints: Endpoints = {
  web: 'http://localhost:4580',
  api: 'http://localhost:4580/v1',
  openapi: 'http://localhost:4580/openapi.json',
  search: 'http://localhost:9201',
  aws: 'http://localhost:4577',
  region: 'us-east-1',
  outputs: {},
  accounts: [
    {
      account: 'admin',
      role: 'admin',
      member: null,
      signIn: { by: 'user-pool', username: 'ada', password: 'secret words' },
    },
    {
      account: 'patron',
      role: 'patron',
      member: 'harbour',
      signIn: { by: 'call', path: '/v1/patrons/sign-in', body: { card: '2001', pin: '4711' }, token: 'access_token' },
    },
  ],
};

test('the summary lists addresses and accounts, in columns', () => {
  expect(summary(endpoints).split('\n')).toEqual([
    'Concord is up.',
    '  Begin here  http://localhost:4580/welcome',
    '  Web         http://localhost:4580',
    '  API         http://localhost:4580/v1',
    '  OpenAPI     http://localhost:4580/openapi.json',
    '  Search      http://localhost:9201',
    '  Mail        http://localhost:4580/local/mail',
    '',
    '  Account  Role    Member      Sign in with',
    '  admin    admin   consortium  ada / secret words',
    '  patron   patron  harbour     2001 / 4711',
    '',
    'A token: npm run token -- ACCOUNT',
  ]);
});
