import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { askWhich } from '../../../items/public/shared-barcode.ts';
import { ownMembers } from '../../domain/local-fields.ts';
import { viewerOf } from '../../domain/viewer.ts';
import type { ItemDescription } from '../../domain/views.ts';
import { maySee } from '../../domain/visibility.ts';
import { findItems } from '../../use-cases/find-item.ts';
import { toDescription } from '../../use-cases/item-writes.ts';
import { contract } from './contract.ts';

/** A copy without the note on keeping it: files have it of notes that are not for the public (583 $x). */
const withoutKeepersNote = <T extends ItemDescription>({ retention, ...item }: T) => {
  const { note: _own, ...told } = retention ?? {};
  return { ...item, ...(retention && { retention: { ...told, program: retention.program } }) };
};

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async ({ actor, path: { barcode } }, { table }) => {
    const found = await findItems(table, barcode);
    // One hidden from other members is as if it were not there: the refusal tells nothing.
    const [item, ...others] = found.filter((one) => maySee(viewerOf(actor), one.memberId, one.keptFrom));
    if (!item) return refuse('unknown-item', `No item bears the barcode ${barcode}.`);
    if (others.length > 0) return askWhich([item, ...others], '/path/barcode');
    const { keptFrom: _hidden, ...shown } = item;
    const isOwn = ownMembers(viewerOf(actor)).includes(item.memberId);
    return answer(isOwn ? toDescription(shown) : withoutKeepersNote(toDescription(shown)));
  },
);
