import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useProfile } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { removeStoredCard, type StoredCard, storeCard, storedCard } from '../../../api/stored-card.ts';
import { Barcode } from '../../../components/barcode.tsx';
import { storePage } from '../../../components/offline-page.ts';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import './card.css';
import { WalletPasses } from './wallet-passes.tsx';

/** Holds the screen on while the card is shown, where the browser can. */
const useScreenOn = (): void => {
  useEffect(() => {
    const held = navigator.wakeLock?.request('screen').catch(() => undefined);
    return () => void held?.then((lock) => lock?.release());
  }, []);
};

const Card = ({ card: { card, name, library, expiresOn } }: { card: StoredCard }) => {
  const t = useTranslate();
  const { date } = useFormat();
  useScreenOn();
  return (
    <div className="card-code">
      <p className="card-library">{library}</p>
      <Barcode text={card} height={160} />
      <p className="card-number">{card}</p>
      <p>{name}</p>
      <p>{t('card.until', { date: date(expiresOn) })}</p>
    </div>
  );
};

/** The choice whether this browser stores the card. `own` is the card of the patron who is signed in. */
const Storing = ({ own, isStored, change }: { own: StoredCard | undefined; isStored: boolean; change: () => void }) => {
  const t = useTranslate();
  if (isStored)
    return (
      <Button
        variant="default"
        onClick={() => {
          removeStoredCard();
          change();
        }}
      >
        {t('card.remove')}
      </Button>
    );
  if (own === undefined) return null;
  return (
    <Button
      onClick={() => {
        storeCard(own);
        void storePage('/card').catch(() => undefined);
        change();
      }}
    >
      {t('card.store')}
    </Button>
  );
};

const Shown = ({ own }: { own: StoredCard | undefined }) => {
  const t = useTranslate();
  const [stored, setStored] = useState(storedCard);
  // The stored card follows that of the patron who is signed in, as after a new card.
  useEffect(() => {
    if (own === undefined || storedCard() === undefined) return;
    storeCard(own);
    setStored(own);
    void storePage('/card').catch(() => undefined);
  }, [own]);
  const shown = own ?? stored;
  if (shown === undefined)
    return (
      <Empty title={t('card.sign-in')}>
        <Link to="/sign-in" search={{ back: '/card' }} className="call">
          {t('do.sign-in')}
        </Link>
      </Empty>
    );
  return (
    <>
      <Card card={shown} />
      <div className="card-acts">
        <Storing own={own} isStored={stored !== undefined} change={() => setStored(storedCard())} />
        <p className="quiet">{t(stored ? 'card.stored' : 'card.store-meaning')}</p>
        {own && <WalletPasses />}
      </div>
    </>
  );
};

type Profile = NonNullable<ReturnType<typeof useProfile>['data']>;

const Loaded = ({ profile: { card, expiresOn, person }, library }: { profile: Profile; library: string }) => {
  const { given, family } = person.usedName ?? person.name;
  const name = [given, family].filter(Boolean).join(' ');
  const own = useMemo(() => ({ card, name, library, expiresOn }), [card, name, library, expiresOn]);
  return <Shown own={own} />;
};

/** Loads the card of the patron who is signed in; a stored one is shown meanwhile, and when the network is missing. */
const Own = () => {
  const { data, error, refetch } = useProfile();
  const { memberName } = useDirectory();
  const [before] = useState(storedCard);
  if (!data) {
    if (before) return <Shown own={undefined} />;
    return error ? <FailedNotice thrown={error} again={() => void refetch()} /> : <Waiting rows={1} height={240} />;
  }
  return <Loaded profile={data} library={memberName(data.homeMember)} />;
};

/** The card over the whole screen, for the scanner of a desk or a self-check. A card that the patron stored is shown without a network and a sign-in. */
export const CardPage = () => {
  const t = useTranslate();
  const session = useSession();
  useTitle(t('card.title'));
  return (
    <div className="page card-page">
      <h1>{t('card.title')}</h1>
      {session?.kind === 'patron' ? <Own /> : <Shown own={undefined} />}
      <p>
        <Link to="/account">{t('nav.account')}</Link>
      </p>
    </div>
  );
};
