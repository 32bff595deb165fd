/** The part of esbuild's metafile that is used: the entry of each bundle and its sources. */
export type Bundles = { outputs: Record<string, { entryPoint?: string; inputs: Record<string, unknown> }> };

/** The sources of each function, by function id. */
export type SourcesByFunction = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the sources of functions from esbuild's metafile. `idOf` returns a function's id by its handler file. */
export const sourcesIn = ({ outputs }: Bundles, idOf: (handlerFile: string) => string | undefined): SourcesByFunction =>
  new Map(
    Object.values(outputs).flatMap(({ entryPoint, inputs }) => {
      const id = entryPoint === undefined ? undefined : idOf(entryPoint);
      return id === undefined ? [] : [[id, new Set(Object.keys(inputs))] as const];
    }),
  );

/** Returns the ids of the functions that contain a changed file, in alphabetical order. */
export const functionsWith = (sources: SourcesByFunction, changedFiles: readonly string[]): string[] =>
  [...sources].flatMap(([id, files]) => (changedFiles.some((file) => files.has(file)) ? [id] : [])).sort();
