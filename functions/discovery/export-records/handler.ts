import { exportFile } from '../../../layers/domain/discovery/export/export-records.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { viewerOf } from '../../../layers/http/viewer.ts';
import { type Exported, exporting, fileHeaders } from '../exporting.ts';
import { contract } from './contract.ts';

/** A function's answer ends at 6 MB, in JSON, where a mark of ISO 2709 takes six characters. */
const MOST_BYTES = 5_000_000;
/** Records read side by side. */
const AT_ONCE = 10;

type Found = { asked: string; one: Exported | undefined };

export const handler = handle(contract, exporting, async ({ actor, body: { form, recordIds }, now }, { exported }) => {
  const viewer = viewerOf(actor);
  const asked = [...new Set(recordIds)];
  // By the id a record has now: two that were merged are one, and told once.
  const texts = new Map<string, string>();
  const leftOut: string[] = [];
  let bytes = 0;
  for (let i = 0; i < asked.length; i += AT_ONCE) {
    const read = asked
      .slice(i, i + AT_ONCE)
      .map(async (id): Promise<Found> => ({ asked: id, one: await exported(id, form, viewer, now) }));
    for (const { asked: id, one } of await Promise.all(read)) {
      if (!one || 'refused' in one) leftOut.push(id);
      else if (!texts.has(one.recordId)) {
        texts.set(one.recordId, one.text);
        bytes += Buffer.byteLength(JSON.stringify(one.text));
      }
    }
    if (bytes > MOST_BYTES) return refuse('too-large', 'The file would be over 5 MB.', '/body/recordIds');
  }
  if (texts.size === 0) return refuse('unknown-record', 'None of these records is there.', '/body/recordIds');
  const headers = leftOut.length > 0 ? { 'x-left-out': leftOut.join(',') } : {};
  return answer(exportFile([...texts.values()], form), { ...fileHeaders(form, 'records'), ...headers });
});
