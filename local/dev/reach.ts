/** What esbuild tells of bundles: the entry of each and the sources in it. */
export type Bundles = { outputs: Record<string, { entryPoint?: string; inputs: Record<string, unknown> }> };

/** The sources that each function is made from, by the function's id. */
export type SourcesByFunction = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the sources of functions from esbuild's metafile. `idOf` gives a function's id by the file of its handler. */
export const sourcesIn = ({ outputs }: Bundles, idOf: (handlerFile: string) => string | undefined): SourcesByFunction =>
  new Map(
    Object.values(outputs).flatMap(({ entryPoint, inputs }) => {
      const id = entryPoint === undefined ? undefined : idOf(entryPoint);
      return id === undefined ? [] : [[id, new Set(Object.keys(inputs))] as const];
    }),
  );

/** The ids of the functions that hold at least one of the changed files, in alphabetical order. */
export const functionsWith = (sources: SourcesByFunction, changedFiles: readonly string[]): string[] =>
  [...sources].flatMap(([id, files]) => (changedFiles.some((file) => files.has(file)) ? [id] : [])).sort();
