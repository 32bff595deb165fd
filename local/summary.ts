import type { Account, Endpoints } from './endpoints.ts';

const signIn = ({ signIn: how }: Account): string => {
  if (how.by === 'user-pool') return `${how.username} / ${how.password}`;
  return Object.values(how.body)
    .filter((value) => typeof value === 'string')
    .join(' / ');
};

const table = (rows: string[][]): string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
};

/** Formats the summary after a start: the addresses, then the demo accounts, one per line. */
export const summary = ({ web, api, openapi, search, accounts, standIn, paymentProvider }: Endpoints): string => {
  const addresses = table([
    ['Begin here', `${web}/welcome`],
    ['Web', web],
    ['API', api],
    ['OpenAPI', openapi],
    ['Search', search],
    ['Mail', `${web}/local/mail`],
    ...(standIn ? [['A library outside', standIn.page]] : []),
    ...(paymentProvider ? [['Payment provider', paymentProvider]] : []),
  ]);
  if (accounts.length === 0) return ['Concord is up.', ...addresses].join('\n');
  const rows = accounts.map((one) => [one.account, one.role, one.member ?? 'consortium', signIn(one)]);
  const people = table([['Account', 'Role', 'Member', 'Sign in with'], ...rows]);
  return ['Concord is up.', ...addresses, '', ...people, '', 'A token: npm run token -- ACCOUNT'].join('\n');
};
