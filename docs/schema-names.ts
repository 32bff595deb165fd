import { globSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { SchemaName, SchemaNames } from '../layers/platform/http/schema-components.ts';

/** The modules with the schemas of contracts: pure modules, so that loading them opens no connection. */
const sources = [
  'layers/kernel/**/*.ts',
  'layers/protocols/**/*.ts',
  'layers/records/*/domain/**/*.ts',
  'layers/platform/http/*.ts',
  'functions/*/schemas.ts',
  'functions/*/{schemas,domain}/**/*.ts',
];
const suffix = 'Schema';

/** Returns the schemas exported as `<name>Schema`, by their name in the OpenAPI document. */
export const schemaNames = async (): Promise<SchemaNames> => {
  const root = join(import.meta.dirname, '..');
  const files = sources
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((file) => !file.endsWith('.test.ts'))
    .sort();
  const names = new Map<z.core.$ZodType, SchemaName>();
  for (const file of files) {
    const exported: Record<string, unknown> = await import(join(root, file));
    // functions/finance/domain/periods/period.ts: two schemas of one name are distinguished by finance, else by periods.
    const folders = file.replace(/\.ts$/, '').split('/').slice(1);
    for (const [name, value] of Object.entries(exported)) {
      if (!(value instanceof z.ZodType) || !name.endsWith(suffix) || names.has(value)) continue;
      // The document lists the parameters of a query one by one, so their schema is not a component.
      if (name.endsWith(`Query${suffix}`)) continue;
      names.set(value, {
        name: `${name.charAt(0).toUpperCase()}${name.slice(1, -suffix.length)}`,
        folders: folders.filter((folder) => !/^(domain|schemas|platform|records)$/.test(folder)),
      });
    }
  }
  return names;
};
