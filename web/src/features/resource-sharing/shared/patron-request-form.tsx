import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { PickupChoice } from '../../../components/pickup-choice.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useHold } from '../../discovery/shared/use-place-hold.ts';
import { lastDay, type Need, needBody, needFrom } from './need.ts';
import { NeedBy } from './need-by.tsx';
import { PossibleRecords } from './possible-records.tsx';
import { usePickup } from './use-pickup.ts';
import { useLoanRequest } from './use-request.ts';
import { type Chosen, WayChoice } from './way-choice.tsx';
import { choosable, type Options, useWays, type Wanted, wantedOf, wantedWithout } from './ways.ts';

/** The wanted item, with the place and date from a link (`input`); `patron` is the card of the patron for whom staff request. */
export type Asking = { wanted: Wanted; title: string; input?: Given; patron?: string };
type Given = { pickup?: string; needBy?: string };

const Done = ({ hold, own }: { hold: boolean; own: boolean }) => {
  const t = useTranslate();
  return (
    <p className="notice notice-good" role="status">
      <span>
        {t(hold ? 'hold.done' : 'request.meaning-placed')}{' '}
        {own && <Link to="/account">{t(hold ? 'hold.follow' : 'request.follow')}</Link>}
        {!own && !hold && <Link to="/loans">{t('nav.requests')}</Link>}
      </span>
    </p>
  );
};

type Where = { asking: Asking; pickup: string; need: Need };

const Offered = ({ options, asking, pickup, need }: Where & { options: Options }) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  const { ways } = options;
  const first: Chosen = { way: ways.find(({ suggested }) => suggested)?.way ?? 'hold', alsoOutside: false };
  const [chosen, setChosen] = useState(first);
  const hold = useHold();
  const request = useLoanRequest();
  const confirm = (): void => {
    const { title } = asking;
    if (chosen.way !== 'hold') {
      request.mutate({ ...asking, pickupBranch: pickup, need, chosen, ways });
      return;
    }
    const wait = ways.find(({ way }) => way === 'hold')?.waits === true;
    const { recordId } = options;
    const { patron } = asking;
    hold.mutate({
      recordId,
      title,
      pickupBranch: pickup,
      pickupName: branchName(pickup),
      wait,
      neededUntil: lastDay(need),
      ...(patron && { patron }),
    });
  };
  if (hold.data ?? request.data) return <Done hold={hold.data !== undefined} own={asking.patron === undefined} />;
  return (
    <>
      <WayChoice ways={ways} chosen={chosen} onChoose={setChosen} />
      <p>
        <Button disabled={choosable(ways).length === 0} loading={hold.isPending || request.isPending} onClick={confirm}>
          {t('do.request-this')}
        </Button>
      </p>
      {(hold.error ?? request.error) && <FailedNotice thrown={hold.error ?? request.error} />}
    </>
  );
};

/** The supply options for a pickup branch and date, each with date and cost, and the request button. */
export const Ways = ({ asking: asked, pickup, need }: Where) => {
  const [wanted, setWanted] = useState(asked.wanted);
  const asking = { ...asked, wanted };
  const { data, error, isLoading, refetch } = useWays(wanted, pickup, need, asking.patron);
  return (
    <>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {isLoading && <Waiting rows={1} height={90} />}
      {data && (
        <PossibleRecords
          matched={data.record}
          possible={data.possible}
          onThis={(recordId) => setWanted(wantedOf(wanted, recordId))}
          onNone={(recordIds) => setWanted(wantedWithout(wanted, recordIds))}
        />
      )}
      {data && (
        <Offered
          key={JSON.stringify([pickup, needBody(need), wanted])}
          options={data}
          asking={asking}
          pickup={pickup}
          need={need}
        />
      )}
    </>
  );
};

/** How to get the cited item, with dates and costs, and the request form. */
export const Ask = (asking: Asking) => {
  const t = useTranslate();
  const { pickup, setPickup, home } = usePickup(asking.input?.pickup);
  const [need, setNeed] = useState(() => needFrom(asking.input?.needBy));
  return (
    <section className="card" aria-labelledby="ask">
      <h2 id="ask">{t('do.request-this')}</h2>
      <PickupChoice value={pickup} onChange={setPickup} home={home} />
      <NeedBy need={need} onChange={setNeed} />
      <Ways asking={asking} pickup={pickup} need={need} />
    </section>
  );
};
