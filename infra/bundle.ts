import { copyFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { consumers } from '../functions/consumers.ts';
import { handlerFileOf } from '../functions/load-contracts.ts';
import { operations } from '../functions/operations.ts';
import type { ConsumerContract } from '../layers/platform/http/consumer.ts';
import type { AnyContract } from '../layers/platform/http/contract.ts';

type Bundled = AnyContract | ConsumerContract;

const optionsFor = (contracts: readonly Bundled[]): BuildOptions & { metafile: true } => ({
  entryPoints: Object.fromEntries(contracts.map((contract) => [`${contract.id}/index`, handlerFileOf(contract)])),
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
  logLevel: 'warning',
  banner: { js: "import{createRequire as r}from'module';const require=r(import.meta.url);" },
});

/** The font file is shared by all functions and stored beside their bundles, where layers/platform/pdf/font-file.ts looks first. */
const letterFont = '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';

const withFonts = async (contracts: readonly Bundled[], outdir: string): Promise<void> => {
  const font = createRequire(import.meta.url).resolve(letterFont);
  for (const { id, fonts } of contracts) if (fonts) await copyFile(font, join(outdir, id, 'letter-font.ttf'));
};

/** Bundles each function into a folder in `outdir`: ESM, minified, the SDK included (ADR 3). Returns esbuild's metafile. */
export const bundleFunctions = async (contracts: readonly Bundled[], outdir: string): Promise<Metafile> => {
  const { metafile } = await build({ ...optionsFor(contracts), outdir });
  await withFonts(contracts, outdir);
  return metafile;
};

/**
 * Bundles functions from the project's sources only; packages are loaded from node_modules at run time. Fast, for this machine only.
 * Without `outdir` it writes nothing. Returns esbuild's metafile, which lists the sources of each function.
 */
export const bundleSources = async (contracts: readonly Bundled[], outdir?: string): Promise<Metafile> => {
  const quick = {
    minify: false,
    packages: 'external',
    outdir: outdir ?? 'unwritten',
    write: outdir !== undefined,
  } as const;
  const { metafile } = await build({ ...optionsFor(contracts), ...quick });
  if (outdir !== undefined) await withFonts(contracts, outdir);
  return metafile;
};

/** Bundles all functions in one pass of esbuild. Takes the output folder, which is emptied first; returns esbuild's metafile. */
export const bundle = async (outdir = 'dist/functions'): Promise<Metafile> => {
  await rm(outdir, { recursive: true, force: true });
  return bundleFunctions([...operations, ...consumers], outdir);
};

const reportSizes = async (): Promise<void> => {
  const started = performance.now();
  const { outputs } = await bundle();
  const bytes = Object.values(outputs).reduce((sum, output) => sum + output.bytes, 0);
  console.log(
    `Bundled ${Object.keys(outputs).length} functions, ${(bytes / 1e6).toFixed(1)} MB, in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
};

// Not awaited: tests load this file as CommonJS.
if (import.meta.main) void reportSizes();
