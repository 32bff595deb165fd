import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useWholeList } from '../../../api/use-whole-list.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

export type Inventory = Answered<'catalogue-show-inventory'>;
type Line = Answered<'catalogue-list-inventory-copies'>['copies'][number];

const keyOf = (branchId: string) => ['inventory', branchId];
/** The polling interval for changes of the inventory by other users, in milliseconds. */
const LOOKS_MS = 60_000;

/** Returns a branch's newest inventory; null when there was none. */
export const useNewestInventory = (branchId: string) =>
  useQuery({
    queryKey: keyOf(branchId),
    queryFn: async () => {
      const path = { branchId };
      const page = await take(
        api.GET('/v1/catalogue/branches/{branchId}/inventories', { params: { path, query: { limit: 1 } } }),
      );
      return page.inventories[0] ?? null;
    },
    refetchInterval: LOOKS_MS,
  });

/** Adds a scan to an inventory. */
export const noteScan = ({ branchId, inventoryId }: Inventory, scan: string) =>
  take(
    api.POST('/v1/catalogue/branches/{branchId}/inventories/{inventoryId}/scans', {
      params: { path: { branchId, inventoryId } },
      body: { scans: [scan] },
    }),
  );

const Opening = ({ branchId, location }: { branchId: string; location: string }) => {
  const t = useTranslate();
  const client = useQueryClient();
  const key = useRef(newKey());
  const open = useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/catalogue/branches/{branchId}/inventories', {
          params: { path: { branchId } },
          body: location === '' ? {} : { location },
          ...keyed(key.current),
        }),
      ),
    onSuccess: (opened) => {
      key.current = newKey();
      client.setQueryData(keyOf(branchId), opened);
    },
  });
  return (
    <div className="row">
      <Button size="sm" variant="default" loading={open.isPending} onClick={() => open.mutate()}>
        {location === '' ? t('inventory.open') : t('inventory.open-of', { location })}
      </Button>
      {open.error && <FailedNotice thrown={open.error} />}
    </div>
  );
};

const Closing = ({ inventory: { branchId, inventoryId } }: { inventory: Inventory }) => {
  const t = useTranslate();
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const close = useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/catalogue/branches/{branchId}/inventories/{inventoryId}/closing', {
          params: { path: { branchId, inventoryId } },
        }),
      ),
    onSuccess: (closed) => client.setQueryData(keyOf(branchId), closed),
  });
  if (!sure) {
    return (
      <Button size="sm" variant="default" onClick={() => setSure(true)}>
        {t('inventory.close')}
      </Button>
    );
  }
  return (
    <div className="notice notice-warn" role="alert">
      <div>
        <p>{t('inventory.sure')}</p>
        <p className="row">
          <Button size="sm" loading={close.isPending} onClick={() => close.mutate()} autoFocus>
            {t('inventory.close')}
          </Button>
          <Button size="sm" variant="default" onClick={() => setSure(false)}>
            {t('do.not-now')}
          </Button>
        </p>
        {close.error && <FailedNotice thrown={close.error} />}
      </div>
    </div>
  );
};

const Lines = ({ lines }: { lines: readonly Line[] }) => {
  const t = useTranslate();
  return (
    <ScrollTable name={t('inventory.not-seen')}>
      <thead>
        <tr>
          <th scope="col">{t('pull.location')}</th>
          <th scope="col">{t('inventory.call-number')}</th>
          <th scope="col">{t('pull.what')}</th>
          <th scope="col">{t('pull.barcode')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ number, copy }) => (
          <tr key={copy?.itemId ?? number}>
            <td>
              <span className="tick" aria-hidden="true" />
              {copy?.location}
            </td>
            <td>{copy?.callNumber}</td>
            <th scope="row">{copy?.title ?? number}</th>
            <td className="barcode">{number}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

const NotSeen = ({ inventory: { branchId, inventoryId } }: { inventory: Inventory }) => {
  const t = useTranslate();
  const { data, error, refetch, hasNextPage } = useWholeList(['not-seen', inventoryId], (after) =>
    take(
      api.GET('/v1/catalogue/branches/{branchId}/inventories/{inventoryId}/copies', {
        params: { path: { branchId, inventoryId }, query: { of: 'not-seen', limit: 100, ...(after && { after }) } },
      }),
    ),
  );
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data || hasNextPage) return <Waiting rows={2} height={48} />;
  // Items that were found or marked since then are left out.
  const lines = data.pages.flatMap(({ copies }) => copies).filter(({ copy }) => copy?.state === 'available');
  return lines.length === 0 ? <p className="quiet">{t('inventory.none-left')}</p> : <Lines lines={lines} />;
};

/** A branch's newest inventory: open, close, and list the items not seen. */
export const InventoryPart = ({
  branchId,
  location,
  inventory,
}: {
  branchId: string;
  location: string;
  inventory: Inventory | null;
}) => {
  const t = useTranslate();
  const { date } = useFormat();
  const [shown, setShown] = useState(false);
  if (inventory?.state === 'open') {
    const { openedAt, location: of } = inventory;
    const where = { date: date(openedAt), location: of ?? t('check.any') };
    return (
      <section className="stack" aria-label={t('inventory.title')}>
        <p>{t('inventory.is-open', where)}</p>
        <Closing inventory={inventory} />
      </section>
    );
  }
  if (inventory?.state === 'closed') return <p role="status">{t('inventory.counting')}</p>;
  const { expected = 0, seen = 0, notSeen = 0 } = inventory?.counts ?? {};
  return (
    <section className="stack" aria-label={t('inventory.title')}>
      {inventory && <p>{t('inventory.sum', { date: date(inventory.openedAt), expected, seen, count: notSeen })}</p>}
      <div className="row">
        {inventory && notSeen > 0 && (
          <Button size="sm" variant="default" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {t('inventory.not-seen')}
          </Button>
        )}
        <Opening branchId={branchId} location={location} />
      </div>
      {inventory && shown && <NotSeen inventory={inventory} />}
    </section>
  );
};
