import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem } from '../../../api/problem.ts';
import { useSession } from '../../../api/session.ts';
import { Announce } from '../../../components/announce.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { EBookBadge } from './e-book-state.tsx';
import { type EBook, type MyEBook, useBorrow, useEBooksOfWork, useMyEBooks } from './use-e-books.ts';
import { VendorSignIn } from './vendor-sign-in.tsx';

/** Returns what the patron has of a title, in words. */
const useHeldText = () => {
  const t = useTranslate();
  const { date } = useFormat();
  return ({ is, until, position }: Pick<MyEBook, 'is' | 'until' | 'position'>): string => {
    if (is === 'loan') return until ? t('ebook.lent-until', { date: date(until) }) : t('ebook.lent');
    if (is === 'ready') return until ? t('ebook.ready-until', { date: date(until) }) : t('ebook.ready');
    return t('ebook.place', { place: position ?? 0 });
  };
};

const Offer = ({ title, held }: { title: EBook; held: MyEBook | undefined }) => {
  const t = useTranslate();
  const heldText = useHeldText();
  const borrow = useBorrow();
  const [isAsked, setIsAsked] = useState(false);
  const named = { collectionId: title.collectionId, titleKey: title.titleKey };
  const needsSignIn = borrow.error !== null && asProblem(borrow.error).code === 'sign-in-needed';
  const shown = borrow.data ?? held;
  const act = () =>
    borrow.mutate(named, { onError: (thrown) => setIsAsked(asProblem(thrown).code === 'sign-in-needed') });
  return (
    <div className="stack">
      <p>
        <EBookBadge of={title} /> <span className="quiet">{title.collection}</span>
      </p>
      <Announce text={borrow.data ? heldText(borrow.data) : ''} />
      {shown && <p className="good">{heldText(shown)}</p>}
      {shown?.read && (
        <a href={shown.read} target="_blank" rel="noreferrer">
          {t('ebook.read')}
        </a>
      )}
      {borrow.error && !needsSignIn && <FailedNotice thrown={borrow.error} />}
      {isAsked && needsSignIn ? (
        <VendorSignIn collectionId={title.collectionId} name={title.collection} then={act} />
      ) : (
        (!shown || shown.is === 'ready') && (
          <Button size="md" loading={borrow.isPending} onClick={act}>
            {t(title.state === 'waiting' && shown?.is !== 'ready' ? 'ebook.hold' : 'ebook.borrow')}
          </Button>
        )
      )}
    </div>
  );
};

/** Names an e-book that is another record, with the link to it. */
const OtherEdition = ({ of: { recordId, medium } }: { of: Pick<EBook, 'medium'> & { recordId: string } }) => {
  const t = useTranslate();
  return (
    <p>
      <Link to="/record/$recordId" params={{ recordId }}>
        {t(medium === 'audiobook' ? 'ebook.also-audiobook' : 'ebook.also-ebook')}
      </Link>
    </p>
  );
};

/**
 * The e-books of a record and of the other editions of its work: whether they are available, and the button to borrow or to wait. Nothing
 * where there is none.
 */
export const RecordEBooks = ({ recordId }: { recordId: string }) => {
  const t = useTranslate();
  const session = useSession();
  const isPatron = session?.kind === 'patron';
  const found = useEBooksOfWork(recordId);
  const { data: mine } = useMyEBooks(isPatron && found.length > 0);
  const lent = mine?.vendors.flatMap((vendor) => vendor.titles) ?? [];
  const own = (title: EBook): boolean => mine?.vendors.some((one) => one.collectionId === title.collectionId) ?? false;
  const isOther = (title: (typeof found)[number]): boolean => title.recordId !== recordId;
  // What the own library does not lend is no other way to get a printed book.
  const shown = found.filter((title) => !isOther(title) || !isPatron || own(title));
  return shown.map((title) => (
    <section
      key={`${title.collectionId} ${title.titleKey}`}
      aria-label={t('ebook.section', { name: title.collection })}
    >
      {isOther(title) && <OtherEdition of={title} />}
      {isPatron && own(title) ? (
        <Offer
          title={title}
          held={lent.find(
            ({ collectionId, titleKey }) => collectionId === title.collectionId && titleKey === title.titleKey,
          )}
        />
      ) : (
        <div className="stack">
          <p>
            <EBookBadge of={title} /> <span className="quiet">{title.collection}</span>
          </p>
          {isPatron && mine && <p className="quiet">{t('ebook.not-yours')}</p>}
          {!session && (
            <Link to="/sign-in" search={{ back: `/record/${recordId}` }}>
              {t('ebook.sign-in-here')}
            </Link>
          )}
        </div>
      )}
    </section>
  ));
};
