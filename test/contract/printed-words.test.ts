import { globSync, readFileSync } from 'node:fs';
import { codeInFile } from '../../functions/finance/domain/code-in-file.ts';
import { accountTexts } from '../../functions/finance/domain/member-account/files/account-texts.ts';
import { lineTexts } from '../../functions/finance/domain/statements/files/line-texts.ts';
import { statementTexts } from '../../functions/finance/domain/statements/files/statement-texts.ts';
import { categories } from '../../functions/finance/domain/usage-report/model.ts';
import { invitationOf } from '../../functions/membership/domain/invitation.ts';
import { eng } from '../../functions/notices/domain/built-in/eng.ts';
import { spa } from '../../functions/notices/domain/built-in/spa.ts';
import { operations } from '../../functions/operations.ts';
import { conditionText, slipLanguages, slipTexts } from '../../functions/resource-sharing/domain/slips/slip-texts.ts';
import { accountTitles, kindTitles } from '../../layers/records/ledger/domain/titles.ts';
import { systemWordIn } from '../builders/system-words.ts';

/** Returns every text in a structure of texts. Functions of a title are called with one. */
const textsIn = (part: unknown): string[] => {
  if (typeof part === 'string') return [part];
  if (typeof part === 'function') return [String(part('Emma'))];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : [];
};

const invitation = invitationOf(
  { consortium: 'Concord', site: 'https://library.example.org' },
  { name: 'Jo Park', password: 'Secret-1', account: 'stf_1' },
);

/** What leaves the system: PDF, CSV and XLSX files, slips, letters and messages, in each language. */
const printed: Record<string, unknown> = {
  'statements in PDF, CSV and XLSX': [statementTexts, lineTexts],
  'statements of account': accountTexts,
  'journals in CSV and XLSX': [kindTitles, accountTitles].map((list) => Object.values(list)),
  'usage of a month in CSV': categories.map(codeInFile),
  'slips of interlibrary loans': [
    slipTexts,
    slipLanguages.map((language) => conditionText('LibraryUseOnly', language)),
  ],
  'letters and messages to patrons': [eng, spa],
  'invitations to staff': invitation,
};

test.each(Object.entries(printed))(
  'finding B19: no text of %s names a part of the system, a case or an operation',
  (_, texts) => {
    const ids = new Set<string>(operations.map(({ id }) => id));
    const all = textsIn(texts);
    expect(all.length).toBeGreaterThan(1);
    expect(
      all.filter(
        (text) => systemWordIn(text) !== undefined || text.split(/[\s“”"(),.:;]+/).some((one) => ids.has(one)),
      ),
    ).toEqual([]);
  },
);

test('no slip, receipt, letter or statement has the name of staff: nothing that prints reads names of staff', () => {
  const printing = globSync([
    ...['functions/*/use-cases/documents/*.ts', 'functions/*/domain/slips/*.ts', 'functions/notices/domain/**/*.ts'],
    ...['functions/circulation/use-cases/{transit-slip,shelf-labels}.ts', 'functions/circulation/schemas/items.ts'],
    ...['web/src/features/circulation/desk/*paper*.ts{,x}', 'web/src/components/print-*.ts{,x}'],
  ]);
  expect(printing.length).toBeGreaterThan(30);
  const named = printing.filter((file) => /staff-?names?|useWho|staffId/i.test(readFileSync(file, 'utf8')));
  expect(named).toEqual([]);
});
