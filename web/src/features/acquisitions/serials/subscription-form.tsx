import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { placeTime, usePlaceZone } from '../../../i18n/place-time.ts';
import { useLanguage, useTranslate } from '../../../i18n/translate.ts';
import type { Vendor } from '../orders/orders.ts';
import { emptyPattern, enteredOf, type PatternFault } from './pattern-entry.ts';
import { bodyOf, type EnteredSeries, PatternForm } from './pattern-form.tsx';
import { type SeriesBody, type Subscription, type SubscriptionBody, useWriteSubscription } from './serials.ts';

const numbers = ['copies', 'arrivesAfter', 'after', 'every', 'most'] as const;
const texts = ['title', 'issn', 'recordId', 'orderId', 'endsOn', 'note'] as const;
const itemTexts = ['sourceId', 'location', 'callNumber', 'category'] as const;
type Entered = Record<(typeof numbers)[number] | (typeof texts)[number] | (typeof itemTexts)[number], string> & {
  branchId: string;
  vendor: string;
  routing: string;
  routingFirst: boolean;
};

const entered = (subscription: Subscription | undefined, branchId: string): Entered => {
  const { claims, item } = subscription ?? {};
  return {
    ...{ branchId: subscription?.branchId ?? branchId, vendor: subscription?.vendor ?? '' },
    ...{ title: subscription?.title ?? '', issn: subscription?.issn ?? '', recordId: subscription?.recordId ?? '' },
    ...{ orderId: subscription?.orderId ?? '', endsOn: subscription?.endsOn ?? '', note: subscription?.note ?? '' },
    ...{ copies: String(subscription?.copies ?? 1), arrivesAfter: String(subscription?.arrivesAfter ?? 0) },
    ...{ after: String(claims?.after ?? 30), every: String(claims?.every ?? 30), most: String(claims?.most ?? 3) },
    ...{ routing: subscription?.routing.join('\n') ?? '', routingFirst: subscription?.routingFirst ?? true },
    ...{ sourceId: item?.sourceId ?? '', location: item?.location ?? '', callNumber: item?.callNumber ?? '' },
    category: item?.category ?? 'periodical',
  };
};

/** Returns the terms as they are sent; undefined where a number cannot be read. */
const termsOf = (typed: Entered): Omit<SubscriptionBody, 'v'> | undefined => {
  const read = Object.fromEntries(numbers.map((name) => [name, typed[name].trim()]));
  if (!numbers.every((name) => /^-?\d{1,3}$/.test(read[name] ?? ''))) return undefined;
  const number = (name: (typeof numbers)[number]): number => Number(read[name]);
  const given = Object.fromEntries(
    [...texts.filter((name) => name !== 'title'), 'vendor' as const]
      .map((name): [string, string] => [name, typed[name].trim()])
      .filter(([, text]) => text !== ''),
  );
  const { sourceId, location, callNumber, category } = typed;
  return {
    ...{ branchId: typed.branchId, title: typed.title.trim(), copies: number('copies'), ...given },
    ...{ arrivesAfter: number('arrivesAfter'), routingFirst: typed.routingFirst },
    claims: { after: number('after'), every: number('every'), most: number('most') },
    routing: typed.routing
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    ...(sourceId.trim() && { item: { sourceId: sourceId.trim(), location, callNumber, category: category.trim() } }),
  };
};

type FieldsProps = { typed: Entered; set: (over: Partial<Entered>) => void };

const Text = ({ name, typed, set }: FieldsProps & { name: Exclude<keyof Entered, 'routingFirst'> }) => {
  const t = useTranslate();
  return (
    <TextInput
      size="sm"
      maxLength={300}
      type={name === 'endsOn' ? 'date' : 'text'}
      required={name === 'title'}
      label={t(`serial-terms.${name as (typeof texts)[number]}`)}
      value={typed[name]}
      onChange={({ currentTarget: { value } }) => set({ [name]: value })}
    />
  );
};

const Terms = ({ typed, set, memberId, vendors }: FieldsProps & { memberId: string; vendors: readonly Vendor[] }) => {
  const t = useTranslate();
  const { branches } = useDirectory();
  const own = branches.filter(({ branchId }) => branchId.startsWith(`${memberId}.`));
  return (
    <>
      <div className="order-fields">
        <Text name="title" typed={typed} set={set} />
        <Text name="issn" typed={typed} set={set} />
        <NativeSelect
          size="sm"
          label={t('serials.branch')}
          value={typed.branchId}
          data={own.map(({ branchId, name }) => ({ value: branchId, label: name }))}
          onChange={({ currentTarget: { value } }) => set({ branchId: value })}
        />
        <NativeSelect
          size="sm"
          label={t('orders.vendor')}
          value={typed.vendor}
          data={[{ value: '', label: '–' }, ...vendors.map(({ code, name }) => ({ value: code, label: name }))]}
          onChange={({ currentTarget: { value } }) => set({ vendor: value })}
        />
        <Text name="copies" typed={typed} set={set} />
        <Text name="endsOn" typed={typed} set={set} />
      </div>
      <details>
        <summary>{t('serials.more')}</summary>
        <div className="stack">
          <div className="order-fields">
            {(['arrivesAfter', 'after', 'every', 'most', 'recordId', 'orderId', 'note'] as const).map((name) => (
              <Text key={name} name={name} typed={typed} set={set} />
            ))}
          </div>
          <Textarea
            size="sm"
            rows={3}
            label={t('serials.routing')}
            description={t('serials.routing-meaning')}
            value={typed.routing}
            onChange={({ currentTarget: { value } }) => set({ routing: value })}
          />
          <Checkbox
            size="sm"
            label={t('serials.routing-first')}
            checked={typed.routingFirst}
            onChange={({ currentTarget: { checked } }) => set({ routingFirst: checked })}
          />
          <p className="quiet">{t('serials.items-meaning')}</p>
          <div className="order-fields">
            {itemTexts.map((name) => (
              <Text key={name} name={name} typed={typed} set={set} />
            ))}
          </div>
        </div>
      </details>
    </>
  );
};

type Props = {
  memberId: string;
  vendors: readonly Vendor[];
  /** The subscription that is changed; a new one when absent. */
  subscription?: Subscription;
  done: (subscription: Subscription) => void;
};

/** Returns the present patterns as they are typed; a new pattern begins with an issue that is not stated yet. */
const presentSeries = (subscription: Subscription | undefined, today: string): EnteredSeries => {
  const series = subscription?.versions.at(-1);
  return { basic: series ? enteredOf(series.basic.pattern, undefined) : emptyPattern(today), more: {} };
};

/** The form of a subscription: its terms and its pattern. An unchanged pattern stays in force. */
export const SubscriptionForm = ({ memberId, vendors, subscription, done }: Props) => {
  const t = useTranslate();
  const language = useLanguage();
  const zone = usePlaceZone();
  const { branches } = useDirectory();
  const write = useWriteSubscription(memberId);
  const first = branches.find(({ branchId }) => branchId.startsWith(`${memberId}.`))?.branchId ?? '';
  const [typed, setTyped] = useState(() => entered(subscription, first));
  const [series, setSeries] = useState(() => presentSeries(subscription, placeTime(zone, new Date()).day));
  const [isNewPattern, setIsNewPattern] = useState(!subscription);
  const [fault, setFault] = useState<PatternFault | 'terms'>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // The directory may have loaded after the form.
    const terms = termsOf({ ...typed, branchId: typed.branchId || first });
    const pattern: SeriesBody | PatternFault | undefined = isNewPattern ? bodyOf(series, language) : undefined;
    const wrong = typeof pattern === 'string' ? pattern : terms ? undefined : 'terms';
    setFault(wrong);
    if (!terms || typeof pattern === 'string') return;
    const named = subscription ? { subscriptionId: subscription.subscriptionId, v: subscription.v } : { v: 0 };
    write.mutate({ ...terms, ...named, ...(pattern && { series: pattern }) }, { onSuccess: done });
  };
  return (
    <form className="stack" aria-label={t('serials.form')} onSubmit={submit} noValidate>
      <Terms
        typed={{ ...typed, branchId: typed.branchId || first }}
        set={(over) => setTyped({ ...typed, ...over })}
        memberId={memberId}
        vendors={vendors}
      />
      {isNewPattern ? (
        <PatternForm memberId={memberId} language={language} entered={series} change={setSeries} />
      ) : (
        <p>
          <Button size="sm" variant="default" onClick={() => setIsNewPattern(true)}>
            {t('serials.new-pattern')}
          </Button>
        </p>
      )}
      {subscription && isNewPattern && <p className="quiet">{t('serials.new-pattern-meaning')}</p>}
      <p>
        <Button type="submit" size="sm" loading={write.isPending}>
          {t('serials.save')}
        </Button>
      </p>
      {fault && (
        <p className="bad" role="alert">
          {t(`serial-fault.${fault}`)}
        </p>
      )}
      {write.error && <FailedNotice thrown={write.error} />}
    </form>
  );
};
