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
  return `## ${kind}\n${fileKinds[kind].meaning}\n\n${table(['column', 'needed', 'holds', 'meaning'], rows)}\n`;
};

/** Generates the page of file columns, code lists and reasons from the schemas that parse the files. */
export const columnsPage = (): string => `# Files of a load: columns, codes, reasons
Generated from \`functions/onboarding/domain/files\`; change it there. How a load goes: [README](README.md).

A heading may have other names: the mapping's \`headings\` list them. Days are written as one of ${dayFormats.join(', ')}; a \`time\` is
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

## Why a row is not taken
${table(
  ['reason', 'meaning'],
  Object.entries(rejectReasons).map(([reason, text]) => [`\`${reason}\``, text]),
)}

## Remarks on rows that are accepted
${table(
  ['reason', 'meaning'],
  Object.entries(warningReasons).map(([reason, text]) => [`\`${reason}\``, text]),
)}
`;
