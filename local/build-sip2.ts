import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './places.ts';
import { say } from './progress.ts';

/** Where the gateway for SIP2 is built, unless the command names a file: one file that needs Node alone. */
const outfile = process.argv[2] ?? join(root, 'dist', 'sip2', 'sip2-gateway.mjs');

await build({
  ...{ entryPoints: [join(root, 'gateways/sip2/main.ts')], outfile, bundle: true, platform: 'node', target: 'node22' },
  ...{ format: 'esm', minify: true, legalComments: 'external', logLevel: 'error' },
  // Two libraries in the bundle are CommonJS and call require.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
say(`Built ${outfile}`);
