import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { patronStore } from '../../../patrons/data/patron-store.ts';
import { fullName } from '../../../patrons/domain/person.ts';
import { machineStore } from '../../data/machine-store.ts';
import { staffStore } from '../../data/staff-store.ts';
import { contract } from './contract.ts';

const compose = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { staff: staffStore(table), patrons: patronStore(table), machines: machineStore(table) };
};

export const handler = handle(contract, compose, async ({ actor }, { staff, patrons, machines }) => {
  const gone = refuse('gone', 'Who this token was made for is no longer here.');
  if (actor?.kind === 'staff') {
    const found = (await staff.get(actor.id))?.staff;
    if (!found) return gone;
    return answer({ kind: 'staff', id: actor.id, name: found.name, member: found.memberId, grants: found.grants });
  }
  if (actor?.kind === 'patron') {
    const found = (await patrons.get(actor.id))?.person;
    return found ? answer({ ...plain(actor), name: fullName(found.person.name) }) : gone;
  }
  const found = actor && (await machines.get(actor.id));
  return found && actor ? answer({ ...actor, name: found.name }) : gone;
});

const plain = ({ id, member }: { id: string; member: string }) => ({ kind: 'patron' as const, id, member });
