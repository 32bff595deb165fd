import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { atSchoolDesk, classParams, classRefusals } from '../../schemas.ts';

/** Returns a class's loans as a table for printing: one line per loan, by name and due date; pupils without loans have an empty line. */
export const contract = operation({
  id: 'teaching-print-class-loans',
  context: 'teaching',
  service: 'circulation',
  method: 'GET',
  path: '/v1/teaching/branches/{branchId}/classes/{classId}/loans/csv',
  summary: 'Print the loans of a class',
  permission: [atSchoolDesk],
  assurance: 'full',
  touches: { table: 'read' },
  params: classParams,
  output: z.string(),
  produces: 'text/csv',
  owner: 'unknown-class',
  refusals: classRefusals,
  example: {
    params: { branchId: 'oakwood.library', classId: '5b' },
    output: 'class,name,card,barcode,title,due\r\n5b,"Okafor, Amara",21101000000016,31234000123456,Emma,2026-12-15\r\n',
  },
  errorImpact: 'A class’s loans cannot be printed.',
});
