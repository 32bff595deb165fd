import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { Badge } from '../../../components/badge.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useMembers } from '../../membership/shared/use-member.ts';
import { type Offer, useOffers } from './offers.ts';
import { TakeForm } from './take-form.tsx';
import { WithdrawOfferForm } from './withdraw-offer-form.tsx';

type One = { offer: Offer; mayTake: boolean; mayTakeBack: boolean; isOwn: boolean };

const OneOffer = ({ offer, mayTake, mayTakeBack, isOwn }: One) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { memberName } = useDirectory();
  const [isTaking, setTaking] = useState(false);
  const [isTakingBack, setTakingBack] = useState(false);
  const { recordId, title, barcode, memberId, until } = offer;
  const isOver = Date.parse(until) <= Date.now();
  return (
    <li className="row-card">
      <div className="row-body">
        <h2 className="row-title">
          <Link to="/record/$recordId" params={{ recordId }}>
            {title ?? barcode}
          </Link>
        </h2>
        <p>
          {memberName(memberId)} <span className="barcode">{barcode}</span>
        </p>
        <p className="row">
          <span className="quiet">{t(isOver ? 'last-copies.over' : 'last-copies.until', { date: date(until) })}</span>
          {isOwn && <Badge tone="none">{t('last-copies.own')}</Badge>}
        </p>
        {isOwn && isOver && <p className="quiet">{t('last-copies.may-go')}</p>}
        {mayTake && !isOver && !isTaking && (
          <p>
            <Button size="sm" variant="default" onClick={() => setTaking(true)}>
              {t('last-copies.take')}
            </Button>
          </p>
        )}
        {isTaking && <TakeForm offer={offer} away={() => setTaking(false)} />}
        {mayTakeBack && !isTakingBack && (
          <p>
            <Button size="sm" variant="default" onClick={() => setTakingBack(true)}>
              {t('last-copies.withdraw')}
            </Button>
          </p>
        )}
        {isTakingBack && <WithdrawOfferForm offer={offer} away={() => setTakingBack(false)} />}
      </div>
    </li>
  );
};

const List = () => {
  const t = useTranslate();
  const own = useMembers('cataloguer', 'member-admin');
  const takers = useMembers('cataloguer');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useOffers();
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={100} />;
  const offers = data.pages.flatMap((page) => page.offers);
  if (offers.length === 0) return <Empty title={t('last-copies.none')} />;
  return (
    <>
      <ul className="rows">
        {offers.map((offer) => (
          <OneOffer
            key={offer.itemId}
            offer={offer}
            isOwn={own.some(({ memberId }) => memberId === offer.memberId)}
            mayTake={takers.some(({ memberId }) => memberId !== offer.memberId)}
            mayTakeBack={takers.some(({ memberId }) => memberId === offer.memberId)}
          />
        ))}
      </ul>
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  );
};

/** The page of last copies that libraries offer to each other before withdrawal. */
export const LastCopiesPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  useTitle(t('last-copies.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page">
      <div className="desk-head">
        <h1>{t('last-copies.title')}</h1>
        <Link to="/cataloguing">{t('cataloguing.title')}</Link>
      </div>
      <p className="quiet">{t('last-copies.meaning')}</p>
      {hasRole(who, 'cataloguer', 'member-admin') ? (
        <List />
      ) : (
        <Empty title={t('union.not-here')}>{!session && <StaffSignIn back="/last-copies" />}</Empty>
      )}
    </div>
  );
};
