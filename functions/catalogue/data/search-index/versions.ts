import * as z from 'zod';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { type Engine, EngineUnavailable, unexpected } from '../../../../layers/platform/search/client.ts';
import { indexDefinition } from './mapping.ts';

/** The index's names: aliases for reading and writing, and `<family>-v<n>` behind them. */
const FAMILY = 'union';

/** Returns the name of the deployment's index. */
export const familyOf = ({ environment }: Pick<Runtime, 'environment'>): string =>
  environment.maybe('SEARCH_INDEX') ?? FAMILY;

export const readAlias = (family: string): string => `${family}-read`;
const writeAlias = (family: string): string => `${family}-write`;
/**
 * Returns the write alias of a version, created with it: an engine that creates missing indexes automatically then cannot restore a removed
 * version.
 */
export const entranceOf = (version: string): string => `${version}-in`;

/**
 * How long a writer may write only to the versions it knows, in milliseconds. A rebuild waits longer than this before it reads the table,
 * so that the new version misses no change of that time.
 */
export const TARGETS_CACHE_MS = 5000;

/** The versions of the index behind its aliases. */
export type IndexVersions = {
  /** Returns the versions to write to now; creates the first one when there is none. */
  targets(): Promise<string[]>;
  /** Returns the version that is searched; undefined when nothing was ever indexed. */
  searched(): Promise<string | undefined>;
  /** Adds missing fields to a version; false when it cannot take them, and only a rebuild helps. */
  widen(version: string): Promise<boolean>;
  /** Creates the next version and adds it to those that are written. Removes versions that an earlier rebuild left incomplete. */
  begin(): Promise<string>;
  /** Merges the segments of a version into a few large ones, while it is written to; `isJoined` returns whether that is done. */
  join(version: string): Promise<void>;
  isJoined(version: string): Promise<boolean>;
  /** Switches searches to this version; the earlier ones are no longer written. Returns these, to be removed later. */
  swap(version: string): Promise<string[]>;
  remove(versions: readonly string[]): Promise<void>;
};

/** Segments of a rebuilt version: each further one adds search time, and a single one uses only one processor. */
const PIECES = 2;
/** Small segments that changes add meanwhile are tolerated. */
const MORE_PIECES = 8;

const pieces = z.object({
  _all: z.object({
    primaries: z.object({ segments: z.object({ count: z.number() }), merges: z.object({ current: z.number() }) }),
  }),
});

const namesSchema = z.record(z.string(), z.unknown());

const numberOf = (version: string): number => Number(/-v(\d+)$/.exec(version)?.[1] ?? 0);

const orThrow = (what: string, answer: { status: number; body: unknown }): void => {
  if (answer.status === 429 || answer.status >= 500) throw new EngineUnavailable(`${what}: ${answer.status}`);
  if (answer.status >= 300) throw unexpected(what, answer);
};

/** Returns the versions of the index of that name. */
export const indexVersions = (engine: Engine, family: string): IndexVersions => {
  const behind = async (alias: string): Promise<string[]> => {
    const answer = await engine({ method: 'GET', path: `/_alias/${alias}` });
    if (answer.status === 404) return [];
    orThrow(`Reading alias ${alias}`, answer);
    return Object.keys(namesSchema.parse(answer.body)).sort((a, b) => numberOf(a) - numberOf(b));
  };
  const all = async (): Promise<string[]> => {
    const answer = await engine({ method: 'GET', path: `/${family}-v*/_settings/index.uuid` });
    orThrow('Listing the versions', answer);
    return Object.keys(namesSchema.parse(answer.body));
  };
  const remove = async (versions: readonly string[]): Promise<void> => {
    for (const version of versions) {
      const answer = await engine({ method: 'DELETE', path: `/${version}` });
      if (answer.status !== 404) orThrow(`Removing ${version}`, answer);
    }
  };
  const make = async (version: string, aliases: string[]): Promise<void> => {
    const named = Object.fromEntries([...aliases, entranceOf(version)].map((alias) => [alias, {}]));
    const answer = await engine({ method: 'PUT', path: `/${version}`, body: { ...indexDefinition, aliases: named } });
    // Another container created it first: the same version with the same mapping.
    if (answer.status === 400 && JSON.stringify(answer.body).includes('resource_already_exists')) return;
    orThrow(`Making ${version}`, answer);
  };
  return {
    remove,
    searched: async () => (await behind(readAlias(family))).at(-1),
    targets: async () => {
      const found = await behind(writeAlias(family));
      if (found.length > 0) return found;
      await make(`${family}-v1`, [readAlias(family), writeAlias(family)]);
      return behind(writeAlias(family));
    },
    widen: async (version) => {
      const { properties } = indexDefinition.mappings;
      const answer = await engine({ method: 'PUT', path: `/${version}/_mapping`, body: { properties } });
      if (answer.status === 400) return false;
      orThrow(`Widening ${version}`, answer);
      return true;
    },
    begin: async () => {
      const searched = await behind(readAlias(family));
      const existing = await all();
      await remove(existing.filter((version) => !searched.includes(version)));
      const next = `${family}-v${Math.max(0, ...existing.map(numberOf)) + 1}`;
      await make(next, [writeAlias(family)]);
      return next;
    },
    join: async (version) => {
      // Not awaited: it may take longer than the engine's limit for a call.
      const how = `max_num_segments=${PIECES}&wait_for_completion=false`;
      orThrow(`Joining ${version}`, await engine({ method: 'POST', path: `/${version}/_forcemerge?${how}` }));
    },
    isJoined: async (version) => {
      const answer = await engine({ method: 'GET', path: `/${version}/_stats/segments,merge` });
      orThrow(`Looking at ${version}`, answer);
      const { segments, merges } = pieces.parse(answer.body)._all.primaries;
      return merges.current === 0 && segments.count <= PIECES + MORE_PIECES;
    },
    swap: async (version) => {
      orThrow(`Refreshing ${version}`, await engine({ method: 'POST', path: `/${version}/_refresh` }));
      const before = (await behind(readAlias(family))).filter((other) => other !== version);
      const actions = [
        { add: { index: version, alias: readAlias(family) } },
        ...before.flatMap((index) => [
          { remove: { index, alias: readAlias(family) } },
          { remove: { index, alias: writeAlias(family), must_exist: false } },
        ]),
      ];
      orThrow('Swapping the aliases', await engine({ method: 'POST', path: '/_aliases', body: { actions } }));
      return before;
    },
  };
};
