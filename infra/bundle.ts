import { copyFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { consumers } from '../functions/consumers.ts';
import { projectRoot } from '../functions/folders.ts';
import { groups } from '../functions/function-groups.ts';
import { handlerFileOf } from '../functions/load-contracts.ts';
import type { ConsumerContract } from '../layers/platform/http/consumer.ts';
import { type FunctionGroup, routeKeyOf } from '../layers/platform/http/function-group.ts';
import { bundlesFolder, metafileIn } from './bundles-folder.ts';

/** A function to bundle: a group of operations, or a consumer. */
export type Bundled = FunctionGroup | ConsumerContract;

/** Every function of a deployment. */
export const allFunctions: readonly Bundled[] = [...groups, ...consumers];

/** Functions bundled at the same time: each build holds its sources in memory. */
const AT_ONCE = 4;

// esbuild is a Go program. With fewer garbage collections, bundling takes three quarters of the time; its memory stays near 2 GB.
process.env.GOGC ??= '400';
process.env.GOMEMLIMIT ??= '2GiB';

const options = {
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  metafile: true,
  outExtension: { '.js': '.mjs' },
  mainFields: ['module', 'main'],
  alias: {
    '@aws-sdk/credential-provider-node': './infra/lambda-credentials.ts',
    json11: './infra/plain-json.ts',
  },
  // Halves the size of character tables; Node reads modules as UTF-8.
  charset: 'utf8',
  legalComments: 'none',
  // Errors name lines of the source. Node reads a map only when it prints a stack, so a start is not slower; the sources stay out.
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  absWorkingDir: projectRoot,
  banner: {
    js: "import{createRequire as createRequireHere}from'module';const require=createRequireHere(import.meta.url);",
  },
} satisfies BuildOptions;

/** Changes of the options; without `outdir`, nothing is written. */
type Variant = { minify?: false; packages?: 'external'; sourcemap?: false; write?: false };

/** The font file is stored beside the bundles of functions that print, where layers/platform/pdf/font-file.ts looks first. */
const letterFont = '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';

const withFonts = async (functions: readonly Bundled[], outdir: string): Promise<void> => {
  const font = createRequire(import.meta.url).resolve(letterFont);
  for (const { id, fonts } of functions) if (fonts) await copyFile(font, join(outdir, id, 'letter-font.ttf'));
};

/** Returns the source of a group's entry: it imports the handler of each operation when its route is first called. */
const dispatcherOf = ({
  operations,
}: FunctionGroup): string => `import { dispatch } from './layers/platform/http/dispatch.ts';
export const handler = dispatch({
${operations
  .map(
    (contract) =>
      `  ${JSON.stringify(routeKeyOf(contract))}: async () => (await import('./${handlerFileOf(contract)}')).handler,`,
  )
  .join('\n')}
});
`;

const entryOf = (one: Bundled): string =>
  'operations' in one ? dispatcherOf(one) : `export { handler } from './${handlerFileOf(one)}';`;

const bundleOne = async (one: Bundled, outdir: string, variant: Variant): Promise<Metafile> => {
  const { metafile } = await build({
    ...options,
    ...variant,
    splitting: true,
    // Beside the entry: code that looks for a file beside itself finds it.
    chunkNames: '[name]-[hash]',
    entryNames: 'index',
    outdir: join(outdir, one.id),
    stdin: { contents: entryOf(one), resolveDir: projectRoot, sourcefile: `${one.id}.entry.ts`, loader: 'ts' },
  });
  return metafile;
};

const bundleAs = async (functions: readonly Bundled[], outdir: string, variant: Variant): Promise<Metafile> => {
  const waiting = [...functions];
  const whole: Metafile = { inputs: {}, outputs: {} };
  const next = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const { inputs, outputs } = await bundleOne(one, outdir, variant);
      Object.assign(whole.inputs, inputs);
      for (const [file, output] of Object.entries(outputs)) if (!file.endsWith('.map')) whole.outputs[file] = output;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  if (variant.write !== false) await withFonts(functions, outdir);
  return whole;
};

/**
 * Bundles each function into a folder in `outdir`: ESM, minified, the SDK included (ADR 3), a chunk for each operation of a group.
 * Returns esbuild's metafile.
 */
export const bundleFunctions = (functions: readonly Bundled[], outdir: string): Promise<Metafile> =>
  bundleAs(functions, outdir, {});

/**
 * Bundles functions from the project's sources only; packages are loaded from node_modules at run time. Fast, for this machine only.
 * Without `outdir` it writes nothing. Returns esbuild's metafile, which lists the sources of each function.
 */
export const bundleSources = (functions: readonly Bundled[], outdir?: string): Promise<Metafile> =>
  bundleAs(functions, outdir ?? 'unwritten', {
    minify: false,
    sourcemap: false,
    packages: 'external',
    ...(outdir === undefined ? { write: false } : {}),
  });

/** Bundles all functions. Takes the output folder, which is emptied first; returns esbuild's metafile, which is stored there too. */
export const bundle = async (outdir = bundlesFolder): Promise<Metafile> => {
  await rm(outdir, { recursive: true, force: true });
  const metafile = await bundleFunctions(allFunctions, outdir);
  await writeFile(metafileIn(outdir), JSON.stringify(metafile));
  return metafile;
};

const reportSizes = async (): Promise<void> => {
  const started = performance.now();
  const { outputs } = await bundle();
  const bytes = Object.values(outputs).reduce((sum, output) => sum + output.bytes, 0);
  console.log(
    `Bundled ${allFunctions.length} functions, ${Object.keys(outputs).length} files, ${(bytes / 1e6).toFixed(1)} MB, in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
};

// Not awaited: tests load this file as CommonJS.
if (import.meta.main) void reportSizes();
