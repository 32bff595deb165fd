import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { api, take } from '../../../api/client.ts';
import { asProblem } from '../../../api/problem.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { OverOthers } from '../shared/over-others.tsx';
import { useParty } from '../shared/use-party.ts';
import { problemOf, sendSteps } from '../shared/use-steps.ts';
import { useTitleOf } from '../shared/wanted-line.tsx';

type Place = { branchId: string; memberId: string };
type Scan = { barcode: string; comment?: string };

const shipFor = async ({ branchId, memberId }: Place, { barcode, comment }: Scan) => {
  const query = { memberId, barcode, side: 'supplier' as const };
  const { requests } = await take(api.GET('/v1/resource-sharing/requests', { params: { query } }));
  for (const row of requests) {
    const action = row.actions.find(({ atOnce }) => atOnce === 'ship');
    if (action === undefined) continue;
    const { fields: _, ...ship } = action;
    const override = comment && { override: { comment } };
    const [result] = await sendSteps(branchId, [{ row, action: ship, input: { barcode, ...override } }]);
    const problem = problemOf(result);
    if (problem) throw problem;
    return row;
  }
  return undefined;
};

const useShipping = (place: Place) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (scan: Scan) => shipFor(place, scan),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['loans'] }),
        client.invalidateQueries({ queryKey: ['loan'] }),
      ]),
  });
};

const Outcome = ({ shipping }: { shipping: ReturnType<typeof useShipping> }) => {
  const t = useTranslate();
  const party = useParty();
  const titleOf = useTitleOf();
  const { data: row, error, isSuccess, variables: { barcode } = { barcode: '' } } = shipping;
  if (error && asProblem(error).code === 'unknown-item') {
    return (
      <p className="notice notice-warn" role="alert">
        {t('ship-scan.not-catalogued', { barcode })} <Link to="/new-item">{t('ship-scan.add')}</Link>
      </p>
    );
  }
  if (error) {
    return (
      <>
        <FailedNotice thrown={error} />
        <OverOthers key={barcode} thrown={error} again={(comment) => shipping.mutate({ barcode, comment })} />
      </>
    );
  }
  if (!isSuccess) return null;
  return (
    <p className={row ? 'notice notice-good' : 'notice notice-warn'} role="status">
      {row
        ? t('ship-scan.done', { title: titleOf(row), library: party(row.requesterMember) })
        : t('ship-scan.none', { barcode })}
    </p>
  );
};

/** The box in which one scan ships a copy: for the request that names it, otherwise for the oldest that wants its title. */
export const ShipScan = (place: Place) => {
  const t = useTranslate();
  const shipping = useShipping(place);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const barcode = event.currentTarget.value.trim();
    if (event.key !== 'Enter' || barcode === '' || shipping.isPending) return;
    event.preventDefault();
    event.currentTarget.value = '';
    shipping.mutate({ barcode });
  };
  return (
    <div className="stack">
      <TextInput
        maw={480}
        label={t('ship-scan.label')}
        description={t('ship-scan.hint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        onKeyDown={onKeyDown}
      />
      <Outcome shipping={shipping} />
    </div>
  );
};
