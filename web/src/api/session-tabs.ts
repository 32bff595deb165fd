/** The messages about a session between tabs of this origin. Nothing of it is stored outside the tabs. */
type Message<Shared> = { ask: true } | { shared: Shared; family: string; renewed: boolean } | { ended: string };

/** The session of a tab. `isLocked`: it is over, and its page waits for the same person. */
type Own<Shared> = { shared: Shared; family: string; isLocked: boolean };

/** How a tab reads, takes over and ends its session. `family` is the same for all sessions of one person. */
export type TabSession<Shared> = {
  current: () => Own<Shared> | undefined;
  adopt: (shared: Shared) => void;
  end: () => void;
};

const WAIT_MS = 120;
const LATEST_MS = 2000;

/**
 * Hands the session between the tabs of this origin by a BroadcastChannel: a tab without a session asks the others and takes over the
 * first answer; a renewed token and a sign-out reach every tab of the same person. A locked tab opens with any session of its person.
 */
export const connectTabs = <Shared>({ current, adopt, end }: TabSession<Shared>) => {
  const channel = new BroadcastChannel('concord.session');
  const post = (message: Message<Shared>): void => channel.postMessage(message);
  const tell = (renewed: boolean): void => {
    const own = current();
    if (own && !own.isLocked) post({ shared: own.shared, family: own.family, renewed });
  };
  // Only a tab that has just been opened takes a session over, never one whose user has signed out.
  let asking: (() => void) | undefined;
  const takes = (own: Own<Shared> | undefined, family: string, renewed: boolean): boolean =>
    own ? (renewed || own.isLocked) && own.family === family : asking !== undefined;
  channel.onmessage = ({ data }: MessageEvent<Message<Shared>>) => {
    const own = current();
    if ('ask' in data) tell(false);
    else if ('ended' in data) {
      if (own?.family === data.ended) end();
    } else if (takes(own, data.family, data.renewed)) {
      adopt(data.shared);
      asking?.();
      asking = undefined;
    }
  };
  return {
    /** Resolves when another tab has handed its session over, or after a moment without an answer. */
    ask: (): Promise<void> =>
      new Promise((done) => {
        asking = done;
        setTimeout(done, WAIT_MS);
        setTimeout(() => {
          asking = undefined;
        }, LATEST_MS);
        post({ ask: true });
      }),
    renewed: (): void => {
      // A tab that signed in takes no session over any more, also not after a sign-out.
      asking = undefined;
      tell(true);
    },
    ended: (family: string): void => post({ ended: family }),
  };
};
