import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How often the owner of a lock renews it, and after how long one that is not renewed has no owner any more, in milliseconds. */
const [RENEWAL_MILLIS, OWNERLESS_MILLIS] = [10_000, 60_000];

const own = `${hostname()} ${process.pid}`;
const heldHere = new Set<string>();

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Who holds a lock: a program of this computer, one of another (as far as it still renews it), or nobody. */
const holderOf = (file: string): 'here' | 'elsewhere' | 'nobody' => {
  try {
    const [host, pid] = readFileSync(file, 'utf8').split(' ');
    // In a container every program has the same number: a lock that this program did not take is of the one before.
    if (host === hostname()) {
      const held = Number(pid) === process.pid ? heldHere.has(file) : isAlive(Number(pid));
      return held ? 'here' : 'nobody';
    }
    return Date.now() - statSync(file).mtimeMs < OWNERLESS_MILLIS ? 'elsewhere' : 'nobody';
  } catch {
    return 'nobody';
  }
};

const take = (file: string): boolean => {
  try {
    writeFileSync(file, own, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
};

const refuse = (folder: string): Error => new Error(`Another SIP2 gateway uses the journal ${folder}.`);

/**
 * Locks a folder for this program, and returns how to release it. Waits for the program of another computer to end, as it does in a
 * deployment, or for the lock that it left when it crashed to expire. Throws when another program of this computer holds it.
 */
export const lockFolder = async (folder: string): Promise<{ release(): void }> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'lock');
  const until = Date.now() + 2 * OWNERLESS_MILLIS;
  while (!take(file)) {
    const holder = holderOf(file);
    if (holder === 'here' || Date.now() > until) throw refuse(folder);
    if (holder === 'nobody') rmSync(file, { force: true });
    else await pause(1000);
  }
  heldHere.add(file);
  const timer = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // The file system is away for a moment: the next renewal counts.
    }
  }, RENEWAL_MILLIS);
  timer.unref();
  return {
    release: () => {
      clearInterval(timer);
      heldHere.delete(file);
      rmSync(file, { force: true });
    },
  };
};
