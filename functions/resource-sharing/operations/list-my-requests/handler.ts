import { mapRows } from '../../../../layers/platform/dynamodb/cursor.ts';
import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { patronRow } from '../../domain/requests/views.ts';
import { reading } from '../../use-cases/reading.ts';
import { titled } from '../../use-cases/titled.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, reading, async ({ actor, query: { after }, now }, { requests, titles }) => {
  const rows = mapRows(await requests.ofPatron(patronOf(actor).id, { limit: 50, after }), patronRow);
  if (rows === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  const listed = await Promise.all(rows.rows.map((row) => titled(titles, row, now)));
  return answer({ requests: listed, ...(rows.next && { next: rows.next }) });
});
