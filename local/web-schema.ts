import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.ts';
import { withLock } from './lock.ts';
import { root, toolsFolder } from './places.ts';

const target = join(root, 'web', 'src', 'api', 'schema.generated.d.ts');

/**
 * Writes the types of the web app's API client from docs/openapi.json, when the document has changed since the last time. Git
 * ignores these types; whatever reads them calls this first.
 */
export const writeWebSchema = async (): Promise<void> => {
  await withLock(join(toolsFolder, 'web-schema.lock'), async () => {
    const sources = ['docs/openapi.json', 'local/code/web-schema.ts', 'package-lock.json'];
    const firstLine = `// Generated from docs/openapi.json ${fingerprint(root, sources)}\n`;
    if (existsSync(target) && readFileSync(target, 'utf8').startsWith(firstLine)) return;
    const { webSchema } = await import('./code/web-schema.ts');
    const document = readFileSync(join(root, 'docs', 'openapi.json'), 'utf8');
    writeFileSync(target, `${firstLine}${await webSchema(document)}`);
  });
};

if (import.meta.main) await writeWebSchema();
