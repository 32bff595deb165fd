import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { operations } from '../functions/operations.ts';
import { openApi } from '../layers/platform/http/openapi.ts';
import { writeWebSchema } from '../local/web-schema.ts';
import { acceptancePages } from './acceptance.ts';
import { accessibilityPage } from './accessibility.ts';
import { adrIndex } from './adr-index.ts';
import { columnsPage } from './columns.ts';
import { dataModel } from './data-model.ts';
import { defaultsPage } from './defaults.ts';
import { factsPage } from './facts.ts';
import { jsonText } from './json-text.ts';
import { loanStatesPage } from './loan-states.ts';
import { privacyPage } from './privacy.ts';
import { schemaNames } from './schema-names.ts';
import { statesPage } from './states.ts';
import { webCurrencies } from './web-currencies.ts';
import { webMessages } from './web-messages.ts';
import { webTrust } from './web-trust.ts';

/** Every generated document by its path. A document depends on the code only. */
const documents: Record<string, string> = {
  'docs/openapi.json': jsonText(openApi(operations, await schemaNames())),
  'docs/data-model.md': dataModel(),
  'docs/accessibility.md': accessibilityPage(),
  'docs/defaults.md': defaultsPage(),
  'docs/privacy.md': privacyPage(),
  'docs/adr/README.md': adrIndex(),
  ...acceptancePages(),
  'docs/facts.md': factsPage(),
  'docs/states.md': statesPage(),
  'docs/loan-states.md': loanStatesPage(),
  'docs/cut-over/columns.md': columnsPage(),
  'web/src/i18n/currencies.generated.ts': webCurrencies(),
  'web/src/features/membership/trust/measured.generated.ts': webTrust(),
  'web/src/i18n/message-files.generated.ts': webMessages(),
};

const stale = Object.entries(documents).filter(([path, text]) => {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return true;
});

for (const [path] of stale)
  console.log(process.argv.includes('--check') ? `${path} is stale: run npm run gen and commit it.` : `Wrote ${path}`);
if (process.argv.includes('--check') && stale.length > 0) process.exitCode = 1;
if (!process.argv.includes('--check')) await writeWebSchema();
