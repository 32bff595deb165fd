import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { asProblem } from '../../../api/problem.ts';
import { Icon } from '../../../components/icon.tsx';
import { PickupChoice } from '../../../components/pickup-choice.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { isOver, lastDay, type Need, noNeed } from '../../resource-sharing/shared/need.ts';
import { NeedBy } from '../../resource-sharing/shared/need-by.tsx';
import { usePickup } from '../../resource-sharing/shared/use-pickup.ts';
import { useLoanRequest } from '../../resource-sharing/shared/use-request.ts';
import { type Chosen, WayChoice } from '../../resource-sharing/shared/way-choice.tsx';
import { choosable, useWays, type Way } from '../../resource-sharing/shared/ways.ts';
import { useHold } from './use-place-hold.ts';

/** Refusals of a hold that can be solved by an interlibrary request. */
const onRequest = ['consortium-loan', 'only-on-request', 'no-holdable-copy'];

/** The title that is requested. */
export type Requested = { recordId: string; title: string };
type Step = { of: Requested; pickup: string; need: Need };

const useWanted = ({ of, pickup, need }: Step) => {
  const { branchName } = useDirectory();
  return {
    ...of,
    ...{ pickupBranch: pickup, pickupName: branchName(pickup) },
    neededUntil: lastDay(need),
  };
};

const Asked = () => {
  const t = useTranslate();
  return (
    <p className="notice notice-good" role="status">
      <span>
        {t('request.meaning-placed')} <Link to="/account">{t('request.follow')}</Link>
      </span>
    </p>
  );
};

type Instead = Step & { mayWait: boolean; hold: ReturnType<typeof useHold> };

/** Offered when no copy can be set aside: request one from another library, or queue for a copy on loan. */
const AskInstead = ({ mayWait, hold, ...step }: Instead) => {
  const t = useTranslate();
  const wanted = useWanted(step);
  const { recordId, title, pickupBranch } = wanted;
  const request = useLoanRequest();
  if (request.data) return <Asked />;
  return (
    <div className="notice notice-warn" role="status">
      <div>
        <p className="notice-title">{t('request.why')}</p>
        <p>{t('request.meaning')}</p>
        <p className="row">
          <Button
            loading={request.isPending}
            onClick={() => request.mutate({ wanted: { recordId }, title, pickupBranch, need: step.need })}
          >
            {t('do.request')}
          </Button>
          {mayWait && (
            <Button variant="default" loading={hold.isPending} onClick={() => hold.mutate({ ...wanted, wait: true })}>
              {t('do.wait')}
            </Button>
          )}
        </p>
        {request.error && <FailedNotice thrown={request.error} />}
      </div>
    </div>
  );
};

const suggestedIn = (ways: readonly Way[]): Chosen => ({
  way: ways.find(({ suggested }) => suggested)?.way ?? 'hold',
  alsoOutside: false,
});

/** Confirms how to get the title: the options with dates and costs, the suggested one preselected, and the pickup branch. */
export const ConfirmRequest = ({ of, close }: { of: Requested; close: () => void }) => {
  const t = useTranslate();
  const { pickup, setPickup, home } = usePickup();
  const hold = useHold();
  const request = useLoanRequest();
  const [need, setNeed] = useState(noNeed);
  const wanted = useWanted({ of, pickup, need });
  const { recordId, title } = wanted;
  // When the options could not be loaded, a hold is attempted, and its refusal offers the alternatives.
  const { data, isLoading } = useWays({ recordId }, pickup, need);
  const ways = data?.ways ?? [];
  const [choice, setChoice] = useState<Chosen>();
  const chosen = choice && ways.some(({ way, open }) => open && way === choice.way) ? choice : suggestedIn(ways);
  const isClosed = data !== undefined && choosable(ways).length === 0;
  const confirm = (): void => {
    if (chosen.way === 'hold') {
      const waits = ways.find(({ way }) => way === 'hold')?.waits === true;
      hold.mutate({ ...wanted, wait: waits });
    } else request.mutate({ wanted: { recordId }, title, pickupBranch: pickup, need, chosen, ways });
  };
  const problem = hold.error ? asProblem(hold.error) : undefined;
  if (hold.data) return <Placed place={hold.data.hold.place} />;
  if (request.data) return <Asked />;
  return (
    <div className="card hold-confirm">
      <PickupChoice value={pickup} onChange={setPickup} home={home} />
      <NeedBy need={need} onChange={setNeed} />
      {data && <WayChoice ways={ways} chosen={chosen} onChoose={setChoice} />}
      <p className="row">
        <Button
          autoFocus
          disabled={!pickup || isClosed || isOver(need)}
          // Not `disabled`: the focus stays on the button while the ways load.
          {...(isLoading ? { 'aria-disabled': true, 'data-disabled': true } : { onClick: confirm })}
          loading={hold.isPending || request.isPending}
        >
          {t(isLoading ? 'do.finding-ways' : 'do.confirm-hold')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('do.not-now')}
        </Button>
      </p>
      {request.error && <FailedNotice thrown={request.error} />}
      {problem && onRequest.includes(problem.code) && (
        <AskInstead of={of} pickup={pickup} need={need} mayWait={problem.code === 'consortium-loan'} hold={hold} />
      )}
      {problem && !onRequest.includes(problem.code) && <FailedNotice thrown={problem} />}
    </div>
  );
};

const Placed = ({ place }: { place: number | undefined }) => {
  const t = useTranslate();
  return (
    <p className="notice notice-good" role="status">
      <Icon name="yes" />
      <span>
        {place === undefined ? t('hold.done') : t('hold.done-place', { place })}{' '}
        <Link to="/account">{t('hold.follow')}</Link>
      </span>
    </p>
  );
};
