import { basename, dirname } from 'node:path';

/** The part of esbuild's metafile that is used: each file of a bundle with its sources. A bundle is a folder named by its function. */
export type Bundles = { outputs: Record<string, { inputs: Record<string, unknown> }> };

/** The sources of each function, by function id. */
export type SourcesByFunction = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the sources of functions from esbuild's metafile: those of all chunks in the function's folder. */
export const sourcesIn = ({ outputs }: Bundles): SourcesByFunction => {
  const sources = new Map<string, Set<string>>();
  for (const [file, { inputs }] of Object.entries(outputs)) {
    const id = basename(dirname(file));
    const held = sources.get(id) ?? new Set();
    for (const source of Object.keys(inputs)) held.add(source);
    sources.set(id, held);
  }
  return sources;
};

/** Returns the ids of the functions that contain a changed file, in alphabetical order. */
export const functionsWith = (sources: SourcesByFunction, changedFiles: readonly string[]): string[] =>
  [...sources].flatMap(([id, files]) => (changedFiles.some((file) => files.has(file)) ? [id] : [])).sort();
