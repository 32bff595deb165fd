import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { askWhich } from '../../items/public/ask-which-item.ts';
import type { tableDeps } from '../deps.ts';
import { toDescription } from '../domain/items/stored-item.ts';
import type { ItemDescription } from '../domain/views/views.ts';
import { ownMembers } from '../domain/visibility/local-fields.ts';
import { maySee } from '../domain/visibility/visibility.ts';
import { findItems } from './find-item.ts';
import { viewerOf } from './viewer.ts';

/** Returns a copy without the note on its retention, which loads take from nonpublic notes (583 $x). */
const withoutRetentionNote = <T extends ItemDescription>({ retention, ...item }: T) => {
  const { note: _own, ...shown } = retention ?? {};
  return { ...item, ...(retention && { retention: { ...shown, program: retention.program } }) };
};

/** Returns the item with a barcode or id as a caller may see it; asks which one when two have the barcode. */
export const showItem = async (
  { table }: ReturnType<typeof tableDeps>,
  { actor, barcode }: { actor: Actor | undefined; barcode: string },
) => {
  const [viewer, found] = [viewerOf(actor), await findItems(table, barcode)];
  // An item that is hidden from the caller is refused as if it did not exist.
  const [item, ...others] = found.filter((one) => maySee(viewer, one.memberId, one.hiddenAudiences));
  if (!item) return refuse('unknown-item', `No item bears the barcode ${barcode}.`);
  if (others.length > 0) return askWhich([item, ...others], '/path/barcode');
  const { hiddenAudiences: _hidden, ...shown } = item;
  const isOwn = ownMembers(viewer).includes(item.memberId);
  const { lastScan, ...description } = toDescription(shown);
  // Where an item was scanned last helps staff to find it; a machine needs no time of a checkout.
  const seen = { ...description, ...(lastScan && actor?.kind === 'staff' && { lastScan }) };
  return answer(isOwn ? seen : withoutRetentionNote(seen));
};
