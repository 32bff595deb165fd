import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Copy, useOffer } from './item.ts';

/** The offered durations in days; the API accepts any number between the first and the last. */
const lasting = [7, 14, 30, 60, 90, 180];
const USUAL = 30;

/** Offers a last copy to the other libraries. The API decides whether it is the last one. */
export const OfferForm = ({ copy }: { copy: Copy }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const offer = useOffer(copy);
  const [days, setDays] = useState(USUAL);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        offer.mutate(days);
      }}
    >
      <p className="quiet">{t('copy-room.offer-meaning')}</p>
      {offer.data ? (
        <p className="notice notice-good" role="status">
          {t('copy-room.offered', { date: date(offer.data.until) })}
        </p>
      ) : (
        <p className="row">
          <NativeSelect
            size="sm"
            aria-label={t('copy-room.offer-days')}
            value={days}
            data={lasting.map((count) => ({ value: String(count), label: t('copy-room.days', { count }) }))}
            onChange={({ currentTarget: { value } }) => setDays(Number(value))}
          />
          <Button type="submit" size="sm" variant="default" loading={offer.isPending}>
            {t('copy-room.offer')}
          </Button>
        </p>
      )}
      <p>
        <Link to="/last-copies">{t('last-copies.title')}</Link>
      </p>
      {offer.error && <FailedNotice thrown={offer.error} />}
    </form>
  );
};
