import { addDays } from '../../../layers/kernel/calendar/days.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { readPatronStatus } from '../../patrons/public/read-patron-status.ts';
import { saveExpiry } from '../../patrons/public/save-expiry.ts';
import { key } from '../data/keys.ts';
import type { KeySet } from '../domain/files/key-set.ts';
import { tooManyMissing } from '../domain/patron-feed.ts';
import type { MissingView } from '../domain/run.ts';
import type { LoadContext } from './load-context.ts';
import { readFeed } from './load-patrons.ts';

const PAGE = 100;

type FedPatron = { patronId: string; missing: boolean };

/** Pages through the member's patrons who came by a feed and whose card is valid, with whether the current file names them. */
async function* fedPatrons({ table, memberId, at }: LoadContext, named: KeySet): AsyncGenerator<FedPatron[]> {
  const partition = patronsKeys.indexPartition('patronPerson', 'gsi2', { memberId });
  let after: Record<string, unknown> | undefined;
  do {
    const page = await table.query({ index: 'gsi2', partition, limit: PAGE, ...(after && { after }) });
    const ids = page.items.map(({ patronId }) => String(patronId));
    const rows = await table.getMany(
      ids.flatMap((patronId) => [key('patronFeed', { patronId }), patronsKeys.key('patronStatus', { patronId })]),
      { strong: true },
    );
    yield ids.flatMap((patronId, i) => {
      const [feed, status] = [rows[2 * i], rows[2 * i + 1]];
      if (!feed || !status || readPatronStatus(status).expiresOn < at.slice(0, 10)) return [];
      return [{ patronId, missing: !named.has(BigInt(`0x${readFeed(feed).key}`)) }];
    });
    after = page.next;
  } while (after);
}

/**
 * Expires the cards of patrons whom an earlier feed named and this one does not; patrons of no feed are not touched. Counts
 * first: when more are missing than allowed, none is changed. A dry run only counts. A second run continues with the rest.
 */
export const deactivateMissing = async (
  context: LoadContext,
  named: KeySet,
  mostPercent: number,
): Promise<MissingView> => {
  const { table, ids, now, at, by, dry } = context;
  let [of, missing, deactivated] = [0, 0, 0];
  for await (const page of fedPatrons(context, named)) {
    of += page.length;
    missing += page.filter((patron) => patron.missing).length;
  }
  const refused = tooManyMissing(missing, of, mostPercent);
  if (dry || refused) return { of, missing, mostPercent, refused, deactivated };
  const yesterday = addDays(at.slice(0, 10), -1);
  for await (const page of fedPatrons(context, named)) {
    for (const { patronId, missing: gone } of page) {
      const row = gone ? await table.get(patronsKeys.key('patronStatus', { patronId }), { strong: true }) : undefined;
      if (!row) continue;
      const detail = { changed: ['expiresOn'], because: 'missing-from-feed' };
      const change = { changeId: ids.next('change', now), at, by, did: 'edited' as const, detail };
      if (await saveExpiry(table, readPatronStatus(row), yesterday, change)) deactivated += 1;
    }
  }
  return { of, missing, mostPercent, refused, deactivated };
};
