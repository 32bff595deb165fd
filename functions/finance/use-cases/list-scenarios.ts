import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ScenarioStore } from '../data/scenario-store.ts';
import { redactForMember } from '../domain/cost-sharing/adoption.ts';

/** Lists scenarios, the newest first: all of them to who reads the whole, to members the adopted ones with their own fees only. */
export const listScenarios = async (scenarios: ScenarioStore, page: PageRequest, { whole }: { whole: boolean }) => {
  const found = await scenarios.list({ adoptedOnly: !whole }, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const { rows, ...next } = found;
  return answer({ scenarios: whole ? rows : rows.map(redactForMember), ...next });
};
