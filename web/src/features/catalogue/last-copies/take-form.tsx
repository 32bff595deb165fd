import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { memberOf, useDirectory } from '../../../api/directory.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useBranches } from '../../circulation/shared/use-branch.ts';
import '../shared/item-forms.css';
import { useUnion } from '../shared/source-records.ts';
import { type Offer, useTakeCopy } from './offers.ts';

/**
 * Selects the destination of an accepted copy: a branch, and the library's own record of the title; without such a record it cannot be
 * accepted.
 */
export const TakeForm = ({ offer, away }: { offer: Offer; away: () => void }) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const branches = useBranches('cataloguer').filter(({ branchId }) => memberOf(branchId) !== offer.memberId);
  const take = useTakeCopy(offer.itemId);
  const { data: union, error, refetch } = useUnion(offer.recordId);
  const [chosen, setChosen] = useState('');
  const [source, setSource] = useState('');
  const [location, setLocation] = useState('');
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!union) return <Waiting rows={1} height={80} />;
  const branchId = chosen || (branches[0]?.branchId ?? '');
  const memberId = memberOf(branchId);
  const own = union.sources.filter((one) => one.memberId === memberId);
  const sourceId = own.find((one) => one.sourceId === source)?.sourceId ?? own[0]?.sourceId;
  const send = (): void => {
    if (!sourceId) return;
    take.mutate(
      { memberId, sourceId, branchId, location: location.trim() },
      { onSuccess: () => toast(t('last-copies.taken')) },
    );
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="changes-fields">
        <NativeSelect
          size="sm"
          label={t('last-copies.to-branch')}
          value={branchId}
          data={branches.map((branch) => ({
            value: branch.branchId,
            label: `${branch.name}, ${memberName(memberOf(branch.branchId))}`,
          }))}
          onChange={({ currentTarget: { value } }) => setChosen(value)}
        />
        <TextInput
          size="sm"
          label={t('item-field.location')}
          value={location}
          maxLength={200}
          onChange={({ currentTarget: { value } }) => setLocation(value)}
        />
        {own.length > 1 && (
          <NativeSelect
            size="sm"
            label={t('last-copies.onto')}
            value={sourceId ?? ''}
            data={own.map((one) => ({ value: one.sourceId, label: one.localId }))}
            onChange={({ currentTarget: { value } }) => setSource(value)}
          />
        )}
      </div>
      {sourceId === undefined && (
        <p className="notice notice-warn">{t('last-copies.no-record', { member: memberName(memberId) })}</p>
      )}
      <p className="row">
        <Button type="submit" size="sm" disabled={sourceId === undefined} loading={take.isPending}>
          {t('last-copies.take')}
        </Button>
        <Button size="sm" variant="default" onClick={away}>
          {t('do.not-now')}
        </Button>
      </p>
      {take.error && <FailedNotice thrown={take.error} />}
    </form>
  );
};
