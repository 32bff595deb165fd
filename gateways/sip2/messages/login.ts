import { createHash, timingSafeEqual } from 'node:crypto';
import type { SipRequest } from '../../../layers/protocols/sip2/read-request.ts';
import type { Client } from '../concord-api.ts';
import type { Gateway, Terminal } from '../exchange.ts';
import { readSecret } from '../secret.ts';
import { optionsOf, type TerminalSetting } from '../settings.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/** The machine client of a sign-in: of the terminal with that name and password, or the one that the request names itself. */
const clientOf = (
  { settings }: Gateway,
  { user, password }: { user: string; password: string },
): { client: Client; own?: TerminalSetting } | undefined => {
  const own = settings.terminals.find((terminal) => terminal.user === user);
  if (own) {
    if (!isSame(readSecret(own.password), password)) return undefined;
    return { client: { id: own.clientId, secret: readSecret(own.clientSecret) }, own };
  }
  return settings.machineClients ? { client: { id: user, secret: password } } : undefined;
};

/** The result of a sign-in (93): the terminal, or why there is none. */
export type SignedIn =
  | { terminal: Terminal }
  | { refused: 'wrong-password' | 'no-branch' | 'unreachable' | 'encrypted' };

/** Signs a terminal in (93). Its machine client must be bound to a branch, since every transaction has a place. */
export const signIn = async (gateway: Gateway, { fixed, fields }: SipRequest): Promise<SignedIn> => {
  // Algorithm 0 is plain text: the specification defines no other.
  if (fixed.userAlgorithm !== '0' || fixed.passwordAlgorithm !== '0') return { refused: 'encrypted' };
  const found = clientOf(gateway, { user: fields.get('CN') ?? '', password: fields.get('CO') ?? '' });
  if (!found) return { refused: 'wrong-password' };
  const signedIn = await gateway.api.signIn(found.client);
  if ('unreachable' in signedIn) return { refused: 'unreachable' };
  if ('refused' in signedIn) return { refused: 'wrong-password' };
  const { branchId, memberId } = signedIn.ok;
  if (branchId === undefined) return { refused: 'no-branch' };
  const options = optionsOf(gateway.settings, { ...gateway.settings.clients[found.client.id], ...found.own });
  return { terminal: { client: found.client, branchId, memberId, options } };
};
