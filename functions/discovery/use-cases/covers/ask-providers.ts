import type { OutboundRead, OutboundResult } from '../../../../layers/platform/http/outbound/post.ts';
import {
  addressesOf,
  type CoverProvider,
  type CoverSize,
  limitOf,
  mayLeadTo,
  pictureAddressIn,
} from '../../domain/covers/cover-providers.ts';
import type { Identifiers } from '../../domain/covers/identifiers.ts';
import { isCoverSize, pictureIn } from '../../domain/covers/picture.ts';

/** The longest wait for one answer, and for all providers together, in milliseconds: a page waits with a drawn cover. */
const ONE_MS = 2500;
const ALL_MS = 6000;
/** The most bytes of a cover. */
const MOST_BYTES = 1_000_000;
/** The most redirects that are followed to a picture. */
const MOST_REDIRECTS = 3;
/** For how long a provider that did not answer is left alone, in milliseconds. */
const REST_MS = 60_000;

/** `none`: the provider has no cover; `later`: it did not answer, or was asked often enough. */
type Asked = Uint8Array | 'none' | 'later';
type Reading = (request: OutboundRead) => Promise<OutboundResult>;
type Left = () => number;

const headers = { accept: 'image/*, application/json', 'user-agent': 'Concord library system' };

/** Returns the answer at an address or where its redirects lead, among the hosts of the provider only. */
const follow = async (reading: Reading, provider: CoverProvider, first: string, left: Left): Promise<Asked> => {
  let url = first;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const timeoutMs = Math.min(ONE_MS, left());
    if (timeoutMs <= 0) return 'later';
    // Also the first address is checked: an answer of the provider may have named it.
    if (!mayLeadTo(provider, url)) return 'none';
    const answer = await reading({ url, headers, timeoutMs, maxBytes: MOST_BYTES });
    if ('status' in answer) {
      if (answer.status === 200) return answer.body;
      return answer.status === 429 || answer.status >= 500 ? 'later' : 'none';
    }
    if (answer.failed === 'timed-out' || answer.failed === 'unreachable') return 'later';
    if (answer.failed !== 'redirected' || !URL.canParse(answer.location ?? '', url)) return 'none';
    url = new URL(answer.location ?? '', url).href;
  }
  return 'none';
};

/** Returns the bytes of a picture of the size of a cover; `none` for anything else, whatever its declared type. */
const asCover = (asked: Asked): Asked => {
  if (typeof asked === 'string') return asked;
  const picture = pictureIn(asked);
  return picture && isCoverSize(picture) ? asked : 'none';
};

const pictureAt = async (reading: Reading, provider: CoverProvider, address: string, left: Left): Promise<Asked> => {
  const answer = await follow(reading, provider, address, left);
  if (provider.kind !== 'google-books' || typeof answer === 'string') return asCover(answer);
  const named = pictureAddressIn(Buffer.from(answer).toString('utf8'));
  return named === undefined ? 'none' : asCover(await follow(reading, provider, named, left));
};

/**
 * Counts what a container asks of each provider. Providers limit one address of the network, which a container has for itself, so that no
 * count in the table is needed.
 */
const asks = () => {
  const counted = new Map<string, { until: number; count: number }>();
  const restUntil = new Map<string, number>();
  const nameOf = (provider: CoverProvider): string =>
    provider.kind === 'address' ? new URL(provider.address).host : provider.kind;
  return {
    /** Returns whether the provider may be asked once more, and counts that. */
    mayAsk: (provider: CoverProvider, now: number): boolean => {
      const name = nameOf(provider);
      if (now < (restUntil.get(name) ?? 0)) return false;
      const { requests, seconds } = limitOf(provider);
      const before = counted.get(name);
      const current = before && now < before.until ? before : { until: now + seconds * 1000, count: 0 };
      if (current.count >= requests) return false;
      counted.set(name, { ...current, count: current.count + 1 });
      return true;
    },
    leaveAlone: (provider: CoverProvider, now: number): void => void restUntil.set(nameOf(provider), now + REST_MS),
  };
};

export type AskProviders = (
  providers: readonly CoverProvider[],
  of: Identifiers,
  size: CoverSize,
  clock: { now(): number },
) => Promise<Asked>;

/**
 * Returns what asks providers for a cover, in their order, until one has it. `later` when none has it and not all answered. Takes what reads an
 * address; it never connects to a private address.
 */
export const coverAsking = (reading: Reading): AskProviders => {
  const limits = asks();
  return async (providers, of, size, clock) => {
    const until = clock.now() + ALL_MS;
    const left = () => until - clock.now();
    let best: 'none' | 'later' = 'none';
    for (const provider of providers) {
      for (const address of addressesOf(provider, of, size)) {
        const asked = limits.mayAsk(provider, clock.now())
          ? await pictureAt(reading, provider, address, left)
          : 'later';
        if (typeof asked !== 'string') return asked;
        if (asked === 'none') continue;
        if (left() > 0) limits.leaveAlone(provider, clock.now());
        best = 'later';
        break;
      }
    }
    return best;
  };
};
