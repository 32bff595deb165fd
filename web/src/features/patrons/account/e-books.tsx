import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Badge } from '../../../components/badge.tsx';
import { Empty, FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import {
  type MyEBook,
  useBorrow,
  useGiveBack,
  useMyEBooks,
  useVendorSignOut,
} from '../../digital-lending/shared/use-e-books.ts';
import { VendorSignIn } from '../../digital-lending/shared/vendor-sign-in.tsx';
import { AccountPart } from './part.tsx';

type Vendor = NonNullable<ReturnType<typeof useMyEBooks>['data']>['vendors'][number];

const Held = ({ is, until, position }: MyEBook) => {
  const t = useTranslate();
  const { date } = useFormat();
  if (is === 'waiting')
    return (
      <Badge tone="none" icon="hold">
        {t('ebook.place', { place: position ?? 0 })}
      </Badge>
    );
  const day = until === undefined ? '' : date(until);
  if (is === 'ready')
    return (
      <Badge tone="good" icon="yes">
        {day === '' ? t('ebook.ready') : t('ebook.ready-until', { date: day })}
      </Badge>
    );
  return (
    <Badge tone="none" icon="wait">
      {day === '' ? t('ebook.lent') : t('ebook.lent-until', { date: day })}
    </Badge>
  );
};

const TitleRow = ({ title }: { title: MyEBook }) => {
  const t = useTranslate();
  const giveBack = useGiveBack();
  const borrow = useBorrow();
  const isLoan = title.is === 'loan';
  const name = title.title;
  const back = () =>
    giveBack.mutate(title, {
      onSuccess: () => toast(t(isLoan ? 'ebook.returned' : 'ebook.cancelled', { title: name })),
    });
  return (
    <li className="row-card">
      <div className="row-body">
        <h4 className="row-title">
          {title.recordId ? (
            <Link to="/record/$recordId" params={{ recordId: title.recordId }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </h4>
        <Held {...title} />
        {title.read && (
          <p>
            <a href={title.read} target="_blank" rel="noreferrer" aria-label={t('ebook.read-one', { title: name })}>
              {t('ebook.read')}
            </a>
          </p>
        )}
        {(giveBack.error ?? borrow.error) && <FailedNotice thrown={giveBack.error ?? borrow.error} />}
      </div>
      {title.is === 'ready' && (
        <Button
          size="sm"
          loading={borrow.isPending}
          aria-label={t('ebook.borrow-one', { title: name })}
          onClick={() => borrow.mutate(title)}
        >
          {t('ebook.borrow')}
        </Button>
      )}
      <Button
        variant="default"
        size="sm"
        loading={giveBack.isPending}
        aria-label={t(isLoan ? 'ebook.return-one' : 'ebook.cancel-one', { title: name })}
        onClick={back}
      >
        {t(isLoan ? 'ebook.return' : 'ebook.cancel')}
      </Button>
    </li>
  );
};

const AtVendor = ({ vendor }: { vendor: Vendor }) => {
  const t = useTranslate();
  const [isAsked, setIsAsked] = useState(false);
  const signOut = useVendorSignOut();
  const { collectionId, name, state, titles } = vendor;
  return (
    <div>
      <div className="part-head">
        <h3>{name}</h3>
        {state === 'signed-in' && (
          <Button variant="subtle" size="sm" loading={signOut.isPending} onClick={() => signOut.mutate(collectionId)}>
            {t('ebook.sign-out', { name })}
          </Button>
        )}
      </div>
      {state === 'silent' && <p className="notice">{t('ebook.silent', { name })}</p>}
      {state === 'signed-out' &&
        (isAsked ? (
          <VendorSignIn collectionId={collectionId} name={name} />
        ) : (
          <Button variant="default" onClick={() => setIsAsked(true)}>
            {t('ebook.show-mine', { name })}
          </Button>
        ))}
      {state === 'signed-in' && titles.length === 0 && <p className="quiet">{t('ebook.none')}</p>}
      <ul className="rows">
        {titles.map((title) => (
          <TitleRow key={title.titleKey} title={title} />
        ))}
      </ul>
    </div>
  );
};

/** The patron's e-books: loans and holds at each vendor of the own library, read live there. */
export const EBooks = () => {
  const t = useTranslate();
  const query = useMyEBooks();
  const vendors = query.data?.vendors ?? [];
  return (
    <AccountPart id="e-books" title={t('account.e-books')} query={query}>
      {vendors.length === 0 && <Empty title={t('ebook.no-vendor')} />}
      {vendors.map((vendor) => (
        <AtVendor key={vendor.collectionId} vendor={vendor} />
      ))}
    </AccountPart>
  );
};
