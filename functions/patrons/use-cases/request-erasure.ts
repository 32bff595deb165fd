import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { attemptStore } from '../../../layers/records/attempts/data/attempt-store.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { cardStore } from '../data/card-store.ts';
import type { ErasureList } from '../data/erasure-list.ts';
import { type Erasure, type ErasureState, erasureStore } from '../data/erasure-store.ts';
import { key, sortPrefix } from '../data/keys.ts';
import { cardsOf } from '../data/patron-schemas.ts';
import { patronStore } from '../data/patron-store.ts';
import { erasureReasons } from '../domain/access/erasure.ts';
import type { PatronData } from './patron-data.ts';
import { cardSubject } from './sign-in-attempt.ts';

const TRIES = 3;

export type ErasureRequest = Pick<Erasure, 'patronId' | 'askedAt' | 'by'>;

const formersOf = async (table: Table, patronId: string): Promise<string[]> => {
  const { pk: partition } = key('patronStatus', { patronId });
  const rows = await table.queryAll({ partition, begins: sortPrefix('patronFormer'), strong: true });
  return rows.map(({ formerId }) => String(formerId));
};

const openMatters = async (table: Table, patronData: readonly PatronData[], patronId: string) => {
  const [lent, ...open] = await Promise.all([
    itemStore(table).lentTo(patronId),
    ...patronData.map((context) => context.openMatters?.(table, patronId)),
  ]);
  return {
    lent,
    holds: open.flatMap((one) => one?.holds ?? []),
    bills: open.flatMap((one) => one?.bills ?? []),
  };
};

/**
 * Requests a patron's erasure: begins it, or defers it while something is open and returns what. A begun erasure is listed outside the
 * table before this returns. Repeated, it returns the state. Returns undefined when there is no such patron, and 'changed-meanwhile' when
 * others wrote the patron in each attempt.
 */
export const requestErasure = async (
  { table, patronData, erasureList }: { table: Table; patronData: readonly PatronData[]; erasureList: ErasureList },
  request: ErasureRequest,
  audit: (did: string) => AuditLine,
): Promise<ErasureState | 'changed-meanwhile' | undefined> => {
  const erasures = erasureStore(table);
  const listed = async (erasure: Omit<Erasure, 'state'>): Promise<ErasureState> => {
    await erasureList.add(erasure);
    return { state: 'erasing' };
  };
  for (let i = 0; i < TRIES; i += 1) {
    const patron = await patronStore(table).get(request.patronId, { strong: true });
    if (!patron) {
      const begun = await erasures.get(request.patronId);
      return begun?.state === 'erasing' ? listed(begun) : undefined;
    }
    const { status, person } = patron;
    // The survivor's id, when the request names a patron who was merged into it.
    const { patronId } = status;
    const [open, cards, formerIds] = await Promise.all([
      openMatters(table, patronData, patronId),
      Promise.all(cardsOf(person).map((number) => cardStore(table).get(number))),
      formersOf(table, patronId),
    ]);
    const erasure = {
      ...request,
      patronId,
      ...(formerIds.length > 0 && { formerIds }),
      memberId: status.homeMember,
      ...(status.guarantorId !== undefined && { guarantorId: status.guarantorId }),
    };
    const reasons = erasureReasons({ counters: status.counters, ...open });
    if (reasons.length > 0) {
      if (!status.erasureAsked) await erasures.defer(erasure);
      return { state: 'deferred', reasons };
    }
    const known = cards.flatMap((card) => card ?? []);
    // Afterwards nothing knows the numbers, and the rows are as many as strangers made them: the job that carries erasures out deletes them.
    const attemptsOf = await Promise.all(known.map(({ number }) => attemptStore(table).hashed(cardSubject(number))));
    const begun = { ...erasure, attemptsOf };
    if (await erasures.begin(patron, known, begun, audit('erasure-begun'))) return listed(begun);
  }
  return 'changed-meanwhile';
};
