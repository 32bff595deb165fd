import { and, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { readPatronStatus } from '../../patrons/public/patron-schemas.ts';
import { wardWrite } from '../../patrons/public/patron-store.ts';
import {
  carryOut,
  type Lined,
  type LoadContext,
  loadedKey,
  loadedRow,
  type Outcome,
  type Plan,
  patronOf,
} from './load-context.ts';

const unknown: Outcome = { did: 'unchanged', warnings: [{ reason: 'guarantor-unknown', column: 'guarantor' }] };

const link = async (context: LoadContext, { row }: Lined<'patrons'>): Promise<Outcome> => {
  if (row.guarantor === undefined) return { did: 'unchanged' };
  const guarantor = row.guarantor === row.id ? undefined : await patronOf(context, row.guarantor);
  if (guarantor === undefined) return unknown;
  // Whether the ward itself is taken, the step before has said.
  const ward = await loadedRow(context, 'patrons', row.id);
  if (ward === undefined || guarantor === 'coming') return { did: 'unchanged' };
  const at = patronsKeys.key('patronStatus', { patronId: ward.ref });
  return carryOut(context, [at], async (): Promise<Plan> => {
    const status = await context.reader.get(at);
    // A guarantor whom staff named stays.
    if (!status || readPatronStatus(status).guarantorId !== undefined) return { did: 'unchanged' };
    const { patronId: guarantorId } = guarantor;
    return {
      did: 'changed',
      writes: [
        { update: at, set: { guarantorId }, when: and(present(), lacks('guarantorId')) },
        { check: patronsKeys.key('patronStatus', { patronId: guarantorId }), when: present() },
        wardWrite(guarantorId, ward.ref),
      ],
    };
  });
};

/** Gives loaded patrons their guarantors, once all patrons are there. */
export const linkWards = async (context: LoadContext, rows: readonly Lined<'patrons'>[]) => {
  await context.reader.prefetch(
    rows.flatMap(({ row }) =>
      row.guarantor === undefined
        ? []
        : [row.id, row.guarantor].map((id) => loadedKey(context.memberId, 'patrons', id)),
    ),
  );
  return (one: Lined<'patrons'>): Promise<Outcome> => link(context, one);
};
