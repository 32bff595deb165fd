import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { api, take } from '../../../api/client.ts';
import { asProblem } from '../../../api/problem.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type EndedScan, useScans } from '../../circulation/shared/use-scans.ts';
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

type Shipped = Awaited<ReturnType<typeof shipFor>>;

const useShipping = (place: Place) => {
  const client = useQueryClient();
  return useScans<Scan, Shipped>({
    name: `ship ${place.branchId}`,
    work: (scan) => shipFor(place, scan),
    isGood: (row) => row !== undefined,
    settled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['loans'] }),
        client.invalidateQueries({ queryKey: ['loan'] }),
      ]),
  });
};

type Given = { ended: EndedScan<Scan, Shipped>; again: (scan: Scan) => void };

const Outcome = ({ ended, again }: Given) => {
  const t = useTranslate();
  const party = useParty();
  const titleOf = useTitleOf();
  const { barcode } = ended.input;
  if ('error' in ended) {
    const { error } = ended;
    if (asProblem(error).code === 'unknown-item') {
      return (
        <p className="notice notice-warn" role="alert">
          {t('ship-scan.not-catalogued', { barcode })} <Link to="/new-item">{t('ship-scan.add')}</Link>
        </p>
      );
    }
    return (
      <>
        <p className="barcode">{barcode}</p>
        <FailedNotice thrown={error} />
        <OverOthers thrown={error} again={(comment) => again({ barcode, comment })} />
      </>
    );
  }
  const { result: row } = ended;
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
    if (event.key !== 'Enter' || barcode === '') return;
    event.preventDefault();
    event.currentTarget.value = '';
    shipping.scan({ barcode });
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
      {shipping.ended.map((ended) => (
        <Outcome key={ended.no} ended={ended} again={shipping.scan} />
      ))}
    </div>
  );
};
