/** How long an unknown name is not looked up again, in milliseconds. */
const RETRY_MS = 60_000;
/** The maximum number of remembered look-ups: a container's memory costs money. */
const MOST_REMEMBERED = 1000;

/** Returns the ids of all members, read again when one of the names is unknown. `now` in epoch ms. */
export type KnownMembers = (names: Iterable<string>, now: number) => Promise<ReadonlySet<string>>;

/**
 * Caches the ids of the members in the directory. The directory is read again for an unknown name, at most once a minute per name: a new
 * member is charged from its first request, while a partner's name, or one invented by a visitor, costs little.
 */
export const knownMembers = (directory: () => Promise<readonly { memberId: string }[]>): KnownMembers => {
  let known: ReadonlySet<string> = new Set();
  const retryAt = new Map<string, number>();
  return async (names, now) => {
    const unknown = [...new Set(names)].filter((name) => !known.has(name));
    if (unknown.some((name) => now >= (retryAt.get(name) ?? now))) {
      known = new Set((await directory()).map(({ memberId }) => memberId));
      if (retryAt.size > MOST_REMEMBERED) retryAt.clear();
      for (const name of unknown) retryAt.set(name, now + RETRY_MS);
    }
    return known;
  };
};
