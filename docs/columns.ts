import { billKinds } from '../functions/circulation/domain/decisions/decision.ts';
import { codeLists, columnsOf, fileKinds, kindsInOrder } from '../functions/onboarding/domain/files/file-kinds.ts';
import { dayFormats, holdStatuses, itemStatuses } from '../functions/onboarding/domain/files/mapping.ts';
import { rejectReasons, warningReasons } from '../functions/onboarding/domain/report/reasons.ts';
import { blockCodes } from '../functions/patrons/domain/record/block-codes.ts';
import { table } from './table.ts';

const deps: Partial<Record<keyof typeof codeLists, readonly string[]>> = {
  itemStatuses: Object.keys(itemStatuses),
  holdStatuses,
  blockReasons: blockCodes,
  billTypes: billKinds,
};

const kindSection = (kind: (typeof kindsInOrder)[number]): string => {
  const rows = Object.entries(columnsOf(kind)).map(([name, { type, list, required, max, meaning }]) => [
    `\`${name}\``,
    required ? 'yes' : '',
    list ? `code (\`${list}\`)` : max ? `${type}, at most ${max}` : type,
    meaning,
  ]);
  return `## ${kind}\n${fileKinds[kind].meaning}\n\n${table(['column', 'required', 'content', 'meaning'], rows)}\n`;
};

/** Generates the page of file columns, code lists and reasons from the schemas that parse the files. */
export const columnsPage = (): string => `# Files of a load: columns, codes, reasons
Generated from \`functions/onboarding/domain/files\`; change it there. The steps of a load: [README](README.md).

The headings of a file may have other names, listed in the mapping's \`headings\`. Days are written as one of ${dayFormats.join(', ')}; a \`time\` is
a day, or a day and \`HH:mm\` or \`HH:mm:ss\` on the member's clock.

${kindsInOrder.map(kindSection).join('\n')}
## Codes
${table(
  ['list', 'content', 'codes of Concord'],
  Object.entries(codeLists).map(([list, meaning]) => [
    `\`${list}\``,
    meaning,
    (deps[list as keyof typeof codeLists] ?? ['those of the consortium']).join(', '),
  ]),
)}

## Reasons for a rejected row
${table(
  ['reason', 'meaning'],
  Object.entries(rejectReasons).map(([reason, text]) => [`\`${reason}\``, text]),
)}

## Warnings about accepted rows
${table(
  ['reason', 'meaning'],
  Object.entries(warningReasons).map(([reason, text]) => [`\`${reason}\``, text]),
)}
`;
