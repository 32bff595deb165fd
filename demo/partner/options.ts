import { parseArgs } from 'node:util';
import type { Dialect } from '../../layers/protocols/iso18626/read-message.ts';

/** How the simulated partner authenticates to Concord: by HTTP Basic, or within the message (requests only). */
export type SignsIn = {
  basic?: { user: string; password: string };
  account?: { accountId: string; securityCode: string };
};

/**
 * The options of a simulated partner: its port (0 for any free port), Concord's message address, both symbols (`type:value`), its
 * edition, the length of a script second in milliseconds, its authentication and the credentials it requires.
 */
export type PartnerOptions = {
  port: number;
  concord: string;
  symbol: string;
  concordSymbol: string;
  edition: Dialect;
  secondMs: number;
  signsIn: SignsIn;
  /** The HTTP Basic credentials that Concord must send; none are required when missing. */
  demands?: { user: string; password: string };
};

const MILLISECONDS = 1000;

/** The help text of the command's arguments. */
export const USAGE = `node demo/partner/serve.ts --concord URL [--port 8626] [--symbol ISIL:PARTNER] [--concord-symbol ISIL:CONCORD]
  [--edition 1.2|2021] [--second 1] [--basic USER:PASSWORD] [--account ID:CODE] [--demand USER:PASSWORD]

  --concord         where Concord takes ISO 18626 messages; nothing is ever sent elsewhere
  --second          how many seconds a second of the scripts lasts (0.2 in tests)
  --basic           signs in at Concord by HTTP Basic
  --account         signs in within the message (requestingAgencyAuthentication)
  --demand          what Concord must show by HTTP Basic`;

const pair = (text: string): [string, string] => {
  const colon = text.indexOf(':');
  if (colon < 1) throw new Error('A name and a secret are given as NAME:SECRET.');
  return [text.slice(0, colon), text.slice(colon + 1)];
};

const basicOf = (text: string): { user: string; password: string } => {
  const [user, password] = pair(text);
  return { user, password };
};

const signsInBy = (basic: string | undefined, account: string | undefined): SignsIn => {
  const [accountId, securityCode] = account === undefined ? [] : pair(account);
  return {
    ...(basic !== undefined && { basic: basicOf(basic) }),
    ...(accountId !== undefined && securityCode !== undefined && { account: { accountId, securityCode } }),
  };
};

const numberOf = (text: string, name: string, least: number): number => {
  const number = Number(text);
  if (!Number.isFinite(number) || number < least) throw new Error(`--${name} is a number of at least ${least}.`);
  return number;
};

const editionOf = (text: string): Dialect => {
  if (text === '1.2' || text === '2021') return text;
  throw new Error('--edition is 1.2 or 2021.');
};

/** Parses the command's arguments. Throws with a message for the user when one is missing or wrong. */
export const optionsFrom = (args: readonly string[]): PartnerOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8626' },
      concord: { type: 'string' },
      symbol: { type: 'string', default: 'ISIL:PARTNER' },
      'concord-symbol': { type: 'string', default: 'ISIL:CONCORD' },
      edition: { type: 'string', default: '1.2' },
      second: { type: 'string', default: '1' },
      basic: { type: 'string' },
      account: { type: 'string' },
      demand: { type: 'string' },
    },
  });
  const { concord, demand } = values;
  if (concord === undefined || !URL.canParse(concord)) throw new Error('--concord is where Concord takes messages.');
  return {
    port: numberOf(values.port, 'port', 0),
    concord,
    symbol: values.symbol,
    concordSymbol: values['concord-symbol'],
    edition: editionOf(values.edition),
    secondMs: numberOf(values.second, 'second', 0) * MILLISECONDS,
    signsIn: signsInBy(values.basic, values.account),
    ...(demand !== undefined && { demands: basicOf(demand) }),
  };
};
