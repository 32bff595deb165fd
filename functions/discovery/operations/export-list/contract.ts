import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exportFiles, exportFormSchema } from '../../domain/export/forms.ts';
import { exampleList, listPath, listRefusals, ownLists } from '../../schemas/saved-lists.ts';

/**
 * Exports a whole list of the requesting patron as one file, each record once, the last added first. `x-left-out` names the titles that are
 * not included (200 at most): those no longer in the catalogue, or too large for this form.
 */
export const contract = operation({
  id: 'discovery-export-list',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/my/lists/{listId}/exports/{form}',
  summary: 'Take a list as a file: MARC, MARCXML, RIS, BibTeX, JSON-LD',
  permission: ownLists,
  touches: { table: 'read', bucket: 'read', site: true },
  memoryMb: 1769,
  params: listPath.extend({ form: exportFormSchema }),
  produces: 'text/plain',
  alsoProduces: Object.values(exportFiles).map(({ type }) => type),
  output: z.string(),
  owner: 'unknown-list',
  refusals: {
    ...listRefusals,
    'none-to-take': { status: 409, meaning: 'No title of the list is in the catalogue now, or none fits this format.' },
    'too-large': { status: 413, meaning: 'The file would be over 5 MB: part the list.' },
  },
  example: {
    params: { listId: exampleList.listId, form: 'ris' },
    output: 'TY  - BOOK\r\nTI  - Emma\r\nAU  - Austen, Jane\r\nER  - \r\n',
  },
  // The function encodes records in every MARC format and in four more forms, and reads the list.
  errorImpact: 'Patrons cannot take a list into another system.',
});
