import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { documentFilesPlugin } from './build/document-files.ts';
import { firstViewsPlugin } from './build/first-views.ts';
import { formRulesPlugin } from './build/form-rules.ts';
import { messageFilesPlugin } from './build/message-files.ts';
import { offlineFilesPlugin } from './build/offline-files.ts';
import { pageFilesPlugin } from './build/page-files.ts';
import { startFilePlugin } from './build/start-file.ts';
import { tokenSheetPlugin } from './build/token-sheet.ts';

const messages = fileURLToPath(new URL('./src/i18n', import.meta.url));

/** The web app: built into web/dist, which the origin serves beside the API. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    react(),
    documentFilesPlugin(fileURLToPath(new URL('..', import.meta.url))),
    formRulesPlugin(fileURLToPath(new URL('../docs/openapi.json', import.meta.url))),
    messageFilesPlugin(messages),
    firstViewsPlugin(messages),
    offlineFilesPlugin(),
    pageFilesPlugin(),
    startFilePlugin(),
    tokenSheetPlugin(),
  ],
  // Browsers of these years know light-dark() themselves; older targets would have it rewritten into what does not work here.
  // Small files stay files: our policy takes data: for images only.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    assetsInlineLimit: 0,
    // Every browser of these years preloads modules.
    modulePreload: { polyfill: false },
    manifest: true,
    // What every page needs is one file: it packs better than the pieces that pages happen to share.
    rolldownOptions: {
      output: {
        // The base names every page and text file. A hash of seven characters (42 bits) beside the name tells two versions of a
        // file apart, and saves text that does not compress.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        codeSplitting: {
          groups: [
            {
              name: 'base',
              tags: ['$initial'],
              test: /^(?!.*(index\.html|src\/app\/main\.tsx))/,
            },
          ],
        },
      },
    },
  },
});
