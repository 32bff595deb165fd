import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { Badge } from '../../../components/badge.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting, WaitingRoom } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useSay } from '../../../i18n/translate.ts';
import { useMembers } from '../../membership/shared/use-member.ts';
import { type Offer, useOffers } from './offers.ts';
import { TakeForm } from './take-form.tsx';
import { WithdrawOfferForm } from './withdraw-offer-form.tsx';

type One = { offer: Offer; mayTake: boolean; mayTakeBack: boolean; isOwn: boolean };

const OneOffer = ({ offer, mayTake, mayTakeBack, isOwn }: One) => {
  const say = useSay();
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
          <span className="quiet">{say(isOver ? 'last-copies.over' : 'last-copies.until', { date: date(until) })}</span>
          {isOwn && <Badge tone="plain">{say('last-copies.own')}</Badge>}
        </p>
        {isOwn && isOver && <p className="quiet">{say('last-copies.may-go')}</p>}
        {mayTake && !isOver && !isTaking && (
          <p>
            <Button size="sm" variant="default" onClick={() => setTaking(true)}>
              {say('last-copies.take')}
            </Button>
          </p>
        )}
        {isTaking && <TakeForm offer={offer} away={() => setTaking(false)} />}
        {mayTakeBack && !isTakingBack && (
          <p>
            <Button size="sm" variant="default" onClick={() => setTakingBack(true)}>
              {say('last-copies.withdraw')}
            </Button>
          </p>
        )}
        {isTakingBack && <WithdrawOfferForm offer={offer} away={() => setTakingBack(false)} />}
      </div>
    </li>
  );
};

const List = () => {
  const say = useSay();
  const own = useMembers('cataloguer', 'member-admin');
  const takers = useMembers('cataloguer');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useOffers();
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={100} />;
  const offers = data.pages.flatMap((page) => page.offers);
  if (offers.length === 0) return <Empty title={say('last-copies.none')} />;
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

/** The last copies that libraries offer to each other before they withdraw them. */
export const LastCopiesRoom = () => {
  const say = useSay();
  const session = useSession();
  const who = useWho();
  useTitle(say('last-copies.title'));
  if (session?.kind === 'staff' && !who) return <WaitingRoom />;
  return (
    <div className="room">
      <div className="desk-head">
        <h1>{say('last-copies.title')}</h1>
        <Link to="/cataloguing">{say('cataloguing.title')}</Link>
      </div>
      <p className="quiet">{say('last-copies.meaning')}</p>
      {hasRole(who, 'cataloguer', 'member-admin') ? (
        <List />
      ) : (
        <Empty title={say('union.not-here')}>
          {!session && (
            <Link to="/sign-in" search={{ back: '/last-copies' }} className="call">
              {say('do.staff-sign-in')}
            </Link>
          )}
        </Empty>
      )}
    </div>
  );
};
