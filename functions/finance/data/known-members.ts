/** For so many milliseconds a name that the directory did not hold is not looked up again. */
const RETRY_MS = 60_000;
/** The most names whose look-up is remembered: a container's memory is paid for. */
const MOST_REMEMBERED = 1000;

/** Gives the ids of all members, read again when one of the names is unknown. `now` in epoch ms. */
export type KnownMembers = (names: Iterable<string>, now: number) => Promise<ReadonlySet<string>>;

/**
 * Caches the ids of the members in the directory. The directory is read again for a name that it did not hold, at most once a minute
 * for each name: a member that joined a moment ago pays for its first requests as well, while a partner's name, or one that a visitor
 * made up, costs little.
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
