import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { BranchSpine } from '../../../components/spine.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';

/** The hold to explain, for a desk of a branch. */
export type TargetingAsked = { recordId: string; holdId: string; branchId: string };
type Explanation = Answered<'circulation-explain-targeting'>;
type Copy = { itemId: string; barcode: string; branchId: string };

const Copies = <C extends Copy>({
  name,
  copies,
  why,
}: {
  name: string;
  copies: readonly C[];
  why: (copy: C) => ReactNode;
}) => {
  const t = useTranslate();
  if (copies.length === 0) return null;
  return (
    <section className="stack">
      <h3>{name}</h3>
      <ScrollTable name={name}>
        <thead>
          <tr>
            <th scope="col">{t('targeting-why.branch')}</th>
            <th scope="col">{t('targeting-why.barcode')}</th>
            <th scope="col">{t('targeting-why.why')}</th>
          </tr>
        </thead>
        <tbody>
          {copies.map((copy) => (
            <tr key={copy.itemId}>
              <th scope="row">
                <BranchSpine branchId={copy.branchId} />
              </th>
              <td className="barcode">{copy.barcode}</td>
              <td>{why(copy)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
};

const Asked = ({ of: { state, ranked, passedOver, targetItemId, targetedAt, lookAt } }: { of: Explanation }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const { branchName } = useDirectory();
  const asked = [...ranked, ...passedOver].find(({ itemId }) => itemId === targetItemId);
  if (!asked || targetedAt === undefined)
    return <p>{targetItemId === undefined ? t('targeting-why.of-none') : textOf('hold-state', state)}</p>;
  return (
    <p>
      {t('targeting-why.asked', { branch: branchName(asked.branchId), time: time(targetedAt) })}{' '}
      {lookAt !== undefined && t('targeting-why.until', { time: time(lookAt) })}
    </p>
  );
};

const Explained = ({ of }: { of: Explanation }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const { branchName } = useDirectory();
  return (
    <div className="stack">
      <Asked of={of} />
      <Copies
        name={t('targeting-why.ranked')}
        copies={of.ranked}
        why={({ points, factors }) => (
          <>
            {t('targeting-why.points', { points })}
            <span className="data-second">
              {factors
                .filter((one) => one.points !== 0)
                .map((one) => `${textOf('target-factor', one.factor)} ${one.points}`)
                .join(' · ')}
            </span>
          </>
        )}
      />
      <Copies
        name={t('targeting-why.passed-over')}
        copies={of.passedOver}
        why={({ reason, meaning }) => textOf('target-passed', reason, meaning)}
      />
      {of.resets.length > 0 && (
        <section className="stack">
          <h3>{t('targeting-why.before')}</h3>
          <ul>
            {of.resets.toReversed().map(({ at, reason, meaning, copyBranch, note }) => (
              <li key={at}>
                {time(at)}
                {copyBranch !== undefined && ` · ${branchName(copyBranch)}`} · {textOf('target-reset', reason, meaning)}
                {note !== undefined && ` ${note}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};

/** Explains why a hold is asked of a copy: the copies that may fill it with their points, and why others may not. */
export const TargetingDialog = ({ ask, close }: { ask: TargetingAsked; close: () => void }) => {
  const t = useTranslate();
  const { recordId, holdId, branchId } = ask;
  const { data, error, refetch } = useQuery({
    queryKey: ['targeting-why', ask],
    queryFn: () =>
      take(
        api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/targeting-explanations', {
          params: { path: { recordId, holdId } },
          body: { branchId },
        }),
      ),
    gcTime: 0,
  });
  return (
    <Dialog title={t('targeting-why.title')} close={close} size="xl">
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {data ? <Explained of={data} /> : !error && <Waiting rows={3} height={40} />}
    </Dialog>
  );
};
