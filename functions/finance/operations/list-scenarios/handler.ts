import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { scenarioDeps } from '../../deps.ts';
import { redactForMember } from '../../domain/cost-sharing/adoption.ts';
import { readsWhole } from '../../schemas/readers.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  scenarioDeps,
  async ({ actor, query: { member: _, ...pageRequest } }, { scenarios }) => {
    const whole = readsWhole(actor);
    const page = await scenarios.list({ adoptedOnly: !whole }, pageRequest);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
    const { rows, ...next } = page;
    return answer({ scenarios: whole ? rows : rows.map(redactForMember), ...next });
  },
);
