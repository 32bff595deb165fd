import { and, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import { dependantWrite } from '../../patrons/public/dependant-write.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { readPatronStatus } from '../../patrons/public/read-patron-status.ts';
import {
  type Lined,
  type LoadContext,
  loadedKey,
  loadedRow,
  type Outcome,
  type Plan,
  patronOf,
  writeRow,
} from './load-context.ts';

const unknown: Outcome = { did: 'unchanged', warnings: [{ reason: 'guarantor-unknown', column: 'guarantor' }] };

const link = async (context: LoadContext, { row }: Lined<'patrons'>): Promise<Outcome> => {
  if (row.guarantor === undefined) return { did: 'unchanged' };
  const guarantor = row.guarantor === row.id ? undefined : await patronOf(context, row.guarantor);
  if (guarantor === undefined) return unknown;
  // The phase before has reported whether the dependant itself was loaded.
  const dependant = await loadedRow(context, 'patrons', row.id);
  if (dependant === undefined || guarantor === 'coming') return { did: 'unchanged' };
  const at = patronsKeys.key('patronStatus', { patronId: dependant.ref });
  return writeRow(context, [at], async (): Promise<Plan> => {
    const status = await context.reader.get(at);
    // A guarantor set by staff is not replaced.
    if (!status || readPatronStatus(status).guarantorId !== undefined) return { did: 'unchanged' };
    const { patronId: guarantorId } = guarantor;
    return {
      did: 'changed',
      writes: [
        { update: at, set: { guarantorId }, when: and(present(), lacks('guarantorId')) },
        { check: patronsKeys.key('patronStatus', { patronId: guarantorId }), when: present() },
        dependantWrite(guarantorId, dependant.ref),
      ],
    };
  });
};

/** Links loaded patrons to their guarantors, once all patrons are loaded. */
export const linkGuarantors = async (context: LoadContext, rows: readonly Lined<'patrons'>[]) => {
  await context.reader.prefetch(
    rows.flatMap(({ row }) =>
      row.guarantor === undefined
        ? []
        : [row.id, row.guarantor].map((id) => loadedKey(context.memberId, 'patrons', id)),
    ),
  );
  return (one: Lined<'patrons'>): Promise<Outcome> => link(context, one);
};
