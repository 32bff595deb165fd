import * as z from 'zod';
import { fractionSchema, reaches } from './fraction.ts';
import type { Weights } from './weights.ts';

/** What the bylaws allow: how many proxies one member holds, and which share of all weight it carries through them and its own. */
export const proxyRuleSchema = z.strictObject({
  mostPerHolder: z.int().min(1).max(100),
  mostWeight: fractionSchema.exactOptional(),
});
export type ProxyRule = z.infer<typeof proxyRuleSchema>;

/** Who votes for whom in a ballot: the member that gave the proxy, and the member that holds it. */
export type Proxy = { from: string; to: string };

export type ProxyFault = 'proxy-to-itself' | 'proxy-given' | 'proxy-limit' | 'proxy-chain' | 'proxy-weight';

/**
 * Returns why a proxy cannot be given; undefined when it can. A holder passes no proxy on, so that each voter knows who votes: a member that
 * holds one gives none, and the other way round.
 */
export const proxyFault = (
  rule: ProxyRule,
  proxies: readonly Proxy[],
  { from, to }: Proxy,
  { weights }: Weights,
): ProxyFault | undefined => {
  if (from === to) return 'proxy-to-itself';
  if (proxies.some((one) => one.from === from)) return 'proxy-given';
  if (proxies.some((one) => one.from === to || one.to === from)) return 'proxy-chain';
  const held = proxies.filter((one) => one.to === to).map((one) => one.from);
  if (held.length >= rule.mostPerHolder) return 'proxy-limit';
  const weigh = (members: Iterable<string>): bigint =>
    [...members].reduce((sum, member) => sum + (weights.get(member) ?? 0n), 0n);
  const carried = weigh([to, ...held, from]);
  const isTooMuch =
    rule.mostWeight !== undefined &&
    reaches(carried, { of: rule.mostWeight, compare: 'more-than' }, weigh(weights.keys()));
  return isTooMuch ? 'proxy-weight' : undefined;
};

/** Returns the members that count as present: those there, and, where proxies count, those whose holder is there. */
export const presentWithProxies = (
  present: ReadonlySet<string>,
  proxies: readonly Proxy[],
  proxiesCount: boolean,
): Set<string> =>
  new Set([...present, ...(proxiesCount ? proxies.filter(({ to }) => present.has(to)).map(({ from }) => from) : [])]);
