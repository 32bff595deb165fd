import { Button } from '@mantine/core';
import { useState } from 'react';
import { Badge } from '../../../components/badge.tsx';
import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Purchase, usePurchases, useUndoPurchase } from './purchases.ts';

type Props = { memberId: string; mayOrder: boolean };

const Undo = ({ memberId, purchase, away }: { memberId: string; purchase: Purchase; away: () => void }) => {
  const t = useTranslate();
  const undo = useUndoPurchase(memberId, purchase.purchaseId);
  return (
    <ReasonedForm
      act={t('purchase.undo')}
      meaning={t('purchase.undo-meaning', { title: purchase.title })}
      doing={undo}
      away={away}
      send={(reason) => undo.mutate({ reason }, { onSuccess: away })}
    />
  );
};

const Row = ({ purchase, undo }: { purchase: Purchase; undo: (() => void) | undefined }) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const { title, author, seller, price, currency, fund, boughtOn, barcode, receiptUrl, undone } = purchase;
  return (
    <tr>
      <th scope="row">
        {title}
        {author !== undefined && <span className="quiet"> {author}</span>}
        {undone && (
          <>
            {' '}
            <Badge tone="warn" icon="warn">
              {t('purchase.undone', { reason: undone.reason })}
            </Badge>
          </>
        )}
      </th>
      <td>
        {date(boughtOn)}
        {seller !== undefined && <span className="quiet"> {seller}</span>}
      </td>
      <td className="num">{undone ? <s>{money(price, currency)}</s> : money(price, currency)}</td>
      <td>{fund}</td>
      <td>{barcode}</td>
      <td>
        {receiptUrl !== undefined && (
          <a href={receiptUrl} target="_blank" rel="noreferrer">
            {t('purchase.receipt')}
          </a>
        )}
      </td>
      <td>
        {undo && !undone && (
          <Button size="sm" variant="default" aria-label={t('purchase.undo-title', { title })} onClick={undo}>
            {t('purchase.undo')}
          </Button>
        )}
      </td>
    </tr>
  );
};

/** What a library bought without an order, the newest first, with the photo of each receipt. */
export const PurchaseList = ({ memberId, mayOrder }: Props) => {
  const t = useTranslate();
  const list = usePurchases(memberId);
  const [undoing, setUndoing] = useState<Purchase>();
  const { data, error, refetch } = list;
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={40} />;
  const purchases = data.pages.flatMap((page) => page.purchases);
  if (purchases.length === 0) return <Empty title={t('purchase.none')} />;
  return (
    <div className="stack">
      <ScrollTable name={t('purchase.title-list')}>
        <thead>
          <tr>
            <th scope="col">{t('orders.title-column')}</th>
            <th scope="col">{t('purchase.bought')}</th>
            <th scope="col" className="num">
              {t('purchase.paid')}
            </th>
            <th scope="col">{t('orders.fund')}</th>
            <th scope="col">{t('purchase.barcode')}</th>
            <th scope="col">{t('purchase.receipt')}</th>
            <th scope="col">{t('purchase.undo')}</th>
          </tr>
        </thead>
        <tbody>
          {purchases.map((purchase) => (
            <Row
              key={purchase.purchaseId}
              purchase={purchase}
              undo={mayOrder ? () => setUndoing(purchase) : undefined}
            />
          ))}
        </tbody>
      </ScrollTable>
      {undoing && (
        <Undo key={undoing.purchaseId} memberId={memberId} purchase={undoing} away={() => setUndoing(undefined)} />
      )}
      <ShowMore {...list} />
    </div>
  );
};
