import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { patronsDeps } from '../../deps.ts';
import { shownName } from '../../domain/person.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ body }, { patrons }) => {
  const { branchId, name = '', after } = body;
  const page = await patrons.byName(memberOfBranch(branchId), name, { limit: 50, after });
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/body/after');
  const rows = page.rows.map(({ patronId, card, person }) => ({
    patronId,
    name: shownName(person),
    ...(person.usedName && { legalName: person.name }),
    card,
    ...(person.birthDate !== undefined && { birthDate: person.birthDate }),
  }));
  return answer({ patrons: rows, ...(page.next ? { next: page.next } : {}) });
});
