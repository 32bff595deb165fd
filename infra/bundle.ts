import { copyFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { consumers } from '../functions/consumers.ts';
import { contract as printAccount } from '../functions/finance/operations/print-account/contract.ts';
import { contract as printStatement } from '../functions/finance/operations/print-statement/contract.ts';
import { handlerFileOf } from '../functions/load-contracts.ts';
import { contract as printLetters } from '../functions/notices/operations/print-letters/contract.ts';
import { operations } from '../functions/operations.ts';
import { contract as printPackingSlips } from '../functions/resource-sharing/operations/print-packing-slips/contract.ts';
import { contract as printPullSlips } from '../functions/resource-sharing/operations/print-pull-slips/contract.ts';

/** The source of each function's entry, by the function's id. */
export const entries = (): Record<string, string> =>
  Object.fromEntries(
    [...operations, ...consumers].map((contract) => [`${contract.id}/index`, handlerFileOf(contract)]),
  );

/** What writes PDF. */
export const printing = [printLetters, printPullSlips, printPackingSlips, printStatement, printAccount];

/** The one file that these functions read lies beside their bundles: layers/platform/pdf/font-file.ts looks there first. */
const letterFont = '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';

/** One esbuild pass over all functions: ESM, minified, the SDK bundled (ADR 3). Takes where to put them; gives esbuild's metafile. */
export const bundle = async (outdir = 'dist/functions') => {
  await rm(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: entries(),
    outdir,
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
    // Tables of letters twice as small; Node reads modules as UTF-8.
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    banner: { js: "import{createRequire as r}from'module';const require=r(import.meta.url);" },
  });
  const font = createRequire(import.meta.url).resolve(letterFont);
  for (const { id } of printing) await copyFile(font, join(outdir, id, 'letter-font.ttf'));
  return metafile;
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
