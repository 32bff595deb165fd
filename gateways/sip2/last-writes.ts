/** A write of Concord as it was made out of a line. */
export type Write = { path: string; body: Record<string, unknown> };

/** The writes of the last lines, by key. */
export type LastWrites = {
  get(key: string): Write | undefined;
  set(key: string, write: Write): void;
  delete(key: string): void;
};

/** Holds the writes of the last `most` lines. */
export const lastWrites = (most = 2000): LastWrites => {
  const writes = new Map<string, Write>();
  return {
    get: (key) => writes.get(key),
    delete: (key) => void writes.delete(key),
    set: (key, write) => {
      writes.set(key, write);
      const [oldest] = writes.keys();
      if (writes.size > most && oldest !== undefined) writes.delete(oldest);
    },
  };
};
