/**
 * A set of 8-byte keys of a file's rows: a million of them are 8 MB, and references between files are checked without the
 * table. Keys are the first bytes of a digest; two collide once in many millions of files.
 */
export type KeySet = { has(key: bigint): boolean; size: number };

/** Gathers keys with their line numbers. */
export type KeyGatherer = {
  add(key: bigint, line: number): void;
  /** Serialises the distinct keys in order. */
  bytes(): Uint8Array;
  /** Lists the lines whose key is on an earlier line, with that line. */
  duplicates(): { line: number; of: number }[];
};

/** Creates an empty gatherer of keys. */
export const keyGatherer = (): KeyGatherer => {
  let [keys, lines, length] = [new BigUint64Array(1024), new Uint32Array(1024), 0];
  const sorted = (): Uint32Array => {
    const order = Uint32Array.from({ length }, (_, at) => at);
    return order.sort((one, other) => {
      const [a = 0n, b = 0n] = [keys[one], keys[other]];
      return a < b ? -1 : a > b ? 1 : (lines[one] ?? 0) - (lines[other] ?? 0);
    });
  };
  return {
    add: (key, line) => {
      if (length === keys.length) {
        const [more, moreLines] = [new BigUint64Array(2 * length), new Uint32Array(2 * length)];
        more.set(keys);
        moreLines.set(lines);
        [keys, lines] = [more, moreLines];
      }
      keys[length] = key;
      lines[length] = line;
      length += 1;
    },
    bytes: () => {
      const all = keys.slice(0, length).sort();
      let count = 0;
      for (let at = 0; at < length; at += 1) {
        if (at === 0 || all[at] !== all[at - 1]) all[count++] = all[at] ?? 0n;
      }
      return new Uint8Array(all.buffer, 0, 8 * count).slice();
    },
    duplicates: () => {
      const found: { line: number; of: number }[] = [];
      let first = 0;
      const order = sorted();
      for (let at = 1; at < order.length; at += 1) {
        const [here = 0, before = 0] = [order[at], order[first]];
        if (keys[here] === keys[before]) found.push({ line: lines[here] ?? 0, of: lines[before] ?? 0 });
        else first = at;
      }
      return found.sort((one, other) => one.line - other.line);
    },
  };
};

/** Reads the serialised keys of several files as one set. */
export const readKeySet = (files: readonly Uint8Array[]): KeySet => {
  const lists = files.map((bytes) => new BigUint64Array(bytes.slice().buffer));
  return {
    size: lists.reduce((sum, { length }) => sum + length, 0),
    has: (key) =>
      lists.some((list) => {
        let [low, high] = [0, list.length - 1];
        while (low <= high) {
          const middle = (low + high) >> 1;
          const at = list[middle] ?? 0n;
          if (at === key) return true;
          if (at < key) low = middle + 1;
          else high = middle - 1;
        }
        return false;
      }),
  };
};
