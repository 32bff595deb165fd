import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Announce } from '../../../components/announce.tsx';
import { Icon } from '../../../components/icon.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { BranchPage } from '../../circulation/shared/branch-page.tsx';
import { type Inventory, InventoryPart, noteScan, useNewestInventory } from './inventory.tsx';
import { type Scanned, type Verdict, verdictOf } from './verdict.ts';

type Row = { scan: string; scanned: Scanned; verdict: Verdict };

/** Describes the problem with an item and what to do about it. */
const useVerdictText = (): ((verdict: Verdict) => string) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { branchName } = useDirectory();
  return (verdict) => {
    if (verdict.is === 'right') return t('check.right');
    if (verdict.is === 'on-loan') return t('verdict.on-loan', { date: date(verdict.due) });
    if (verdict.is === 'elsewhere') return t('verdict.elsewhere', { branch: branchName(verdict.branch) });
    if (verdict.is === 'wrong-location') return t('verdict.wrong-location', { location: verdict.location });
    if (verdict.is === 'not-lent') return t('verdict.not-lent', { state: textOf('item-state', verdict.state) });
    return t(`verdict.${verdict.is}`);
  };
};

/** Marks a missing item on this shelf as found. */
const Found = ({ branchId, item }: { branchId: string; item: string }) => {
  const t = useTranslate();
  const key = useRef(newKey());
  const mark = useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/circulation/item-marks', { body: { branchId, item, state: 'available' }, ...keyed(key.current) }),
      ),
  });
  if (mark.data) return <span className="good">{t('check.found-done')}</span>;
  return (
    <>
      <Button size="sm" variant="default" loading={mark.isPending} onClick={() => mark.mutate()}>
        {t('check.found')}
      </Button>
      {mark.error && <FailedNotice thrown={mark.error} />}
    </>
  );
};

const Rows = ({ rows, branchId }: { rows: readonly Row[]; branchId: string }) => {
  const t = useTranslate();
  const verdictText = useVerdictText();
  return (
    <ScrollTable name={t('check.title')}>
      <thead>
        <tr>
          <th scope="col">{t('pull.what')}</th>
          <th scope="col">{t('pull.barcode')}</th>
          <th scope="col">{t('check.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ scan, scanned, verdict }) => (
          <tr key={scan}>
            <th scope="row">{scanned.item?.title ?? scan}</th>
            <td className="barcode">{scanned.number}</td>
            <td>
              {verdictText(verdict)}{' '}
              {verdict.is === 'missing' && scanned.item && <Found branchId={branchId} item={scanned.item.itemId} />}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** Processes scans one after the other, so that none is lost; adds them to the open inventory, if there is one. */
const useScans = (branchId: string, location: string, inventory: Inventory | undefined) => {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [error, setError] = useState<unknown>();
  const last = useRef(Promise.resolve());
  const look = async (scan: string): Promise<void> => {
    const scanned = await take(api.POST('/v1/circulation/scans', { body: { branchId, scan } }));
    // The row appears after the scan is stored: a scan that failed is repeated.
    if (inventory) await noteScan(inventory, scan);
    const row = { scan, scanned, verdict: verdictOf(scanned, branchId, location) };
    // A repeated scan replaces the row of the same item.
    setRows((known) => [row, ...known.filter((one) => one.scanned.number !== scanned.number)]);
    setError(undefined);
  };
  const scan = (text: string): void => {
    last.current = last.current.then(() => look(text)).catch(setError);
  };
  return { rows, error, scan };
};

const AtShelf = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const verdictText = useVerdictText();
  const [typed, setTyped] = useState('');
  const newestInventory = useNewestInventory(branchId);
  const inventory = newestInventory.data?.state === 'open' ? newestInventory.data : undefined;
  const location = inventory ? (inventory.location ?? '') : typed.trim();
  const { rows, error, scan } = useScans(branchId, location, inventory);
  const wrong = rows.filter(({ verdict }) => verdict.is !== 'right');
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const entered = event.currentTarget.value.trim();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.currentTarget.value = '';
    if (entered) scan(entered);
  };
  const [newest] = rows;
  // Scans wait until it is known whether an inventory is open; otherwise one might miss it.
  if (newestInventory.isPending) return <Waiting rows={2} height={48} />;
  return (
    <>
      <Announce text={newest ? `${newest.scanned.item?.title ?? newest.scan}: ${verdictText(newest.verdict)}` : ''} />
      {newestInventory.error && (
        <FailedNotice thrown={newestInventory.error} again={() => void newestInventory.refetch()} />
      )}
      {!inventory && (
        <TextInput
          size="sm"
          label={t('check.location')}
          placeholder={t('check.any')}
          maxLength={40}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      {newestInventory.data !== undefined && (
        <InventoryPart branchId={branchId} location={location} inventory={newestInventory.data} />
      )}
      <TextInput
        size="xl"
        label={t('check.box')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        autoFocus
        onKeyDown={onKeyDown}
      />
      {error !== undefined && <FailedNotice thrown={error} />}
      {rows.length === 0 ? (
        <p className="quiet">{t('check.none')}</p>
      ) : (
        <p className="row">
          <span role="status">{t('check.sum', { count: rows.length, wrong: wrong.length })}</span>
          <Button size="sm" leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>
            {t('check.print')}
          </Button>
        </p>
      )}
      {wrong.length > 0 && <Rows rows={wrong} branchId={branchId} />}
    </>
  );
};

/** The shelf check: compares scanned items with their records, and lists and prints the differences. */
export const ShelfCheckPage = () => {
  const t = useTranslate();
  return (
    <BranchPage title={t('check.title')} meaning={t('check.meaning')} back="/shelf-check">
      {(branchId) => <AtShelf key={branchId} branchId={branchId} />}
    </BranchPage>
  );
};
