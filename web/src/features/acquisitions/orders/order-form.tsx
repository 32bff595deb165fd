import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { placeTime, usePlaceZone } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Funds, useFunds } from '../funds/funds.ts';
import { VendorChoice } from '../shared/vendor-choice.tsx';
import { LineFields } from './line-fields.tsx';
import {
  type EnteredLine,
  emptyLine,
  enteredOf,
  type LineFault,
  lineBodyOf,
  type Selected,
  selectedLine,
} from './order-entry.ts';
import { type LineBody, type Order, useWriteOrder, type Vendor } from './orders.ts';

type Props = {
  memberId: string;
  vendors: readonly Vendor[];
  /** The draft that is written anew; a new order when absent. */
  order?: Order;
  /** The title that a new order begins with. */
  selected?: Selected | undefined;
  done: (order: Order) => void;
};

const isBody = (line: LineBody | LineFault): line is LineBody => typeof line !== 'string';

const YearChoice = ({ data, year, choose }: { data: Funds; year: string; choose: (year: string) => void }) => {
  const t = useTranslate();
  return (
    <NativeSelect
      size="sm"
      label={t('funds.year')}
      value={year}
      data={data.years.filter(({ state }) => state !== 'closed').map((one) => ({ value: one.year, label: one.name }))}
      onChange={({ currentTarget: { value } }) => choose(value)}
    />
  );
};

const Fields = ({
  memberId,
  vendors,
  order,
  selected,
  done,
  data,
  chooseYear,
}: Props & { data: Funds; chooseYear: (year: string) => void }) => {
  const t = useTranslate();
  const { minor, typed } = useFormat();
  const zone = usePlaceZone();
  const write = useWriteOrder(memberId);
  const year = data.years.find((one) => one.year === data.year);
  const currency = year?.currency ?? '';
  const active = vendors.filter(({ isActive, code }) => isActive || code === order?.vendor);
  const [vendor, setVendor] = useState(order?.vendor ?? active[0]?.code ?? '');
  const [note, setNote] = useState(order?.note ?? '');
  const terms = vendors.find(({ code }) => code === vendor);
  const next = useRef(order?.lines.length ?? 1);
  const [lines, setLines] = useState<EnteredLine[]>(() => {
    if (order) return order.lines.map((line, at) => enteredOf(line, at, order.currency, typed));
    const first = { ...emptyLine(0, terms?.discount ?? 0), currency: terms?.currency ?? '' };
    return [selected ? selectedLine(first, selected) : first];
  });
  const [faults, setFaults] = useState<readonly (LineFault | undefined)[]>([]);
  const add = (): void => {
    const fund = lines.at(-1)?.shares[0]?.fund;
    setLines([...lines, { ...emptyLine(next.current, terms?.discount ?? 0, fund), currency: terms?.currency ?? '' }]);
    next.current += 1;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const day = placeTime(zone, new Date()).day;
    const read = lines.map((line) => lineBodyOf(line, currency, minor, day));
    setFaults(read.map((line) => (isBody(line) ? undefined : line)));
    const bodies = read.filter(isBody);
    if (bodies.length < lines.length || !year) return;
    const named = order ? { orderId: order.orderId, v: order.v } : { v: 0 };
    const body = { year: year.year, vendor, lines: bodies, ...named, ...(note.trim() && { note: note.trim() }) };
    write.mutate(body, { onSuccess: done });
  };
  if (!year) return <p className="quiet">{t('funds.no-year')}</p>;
  return (
    <form className="stack" aria-label={t('orders.form')} onSubmit={submit} noValidate>
      <div className="order-fields">
        <VendorChoice vendors={active} value={vendor} onChange={setVendor} />
        <YearChoice data={data} year={year.year} choose={chooseYear} />
        <TextInput
          size="sm"
          maxLength={300}
          label={t('orders.note')}
          value={note}
          onChange={({ currentTarget: { value } }) => setNote(value)}
        />
      </div>
      {lines.map((line, at) => (
        <LineFields
          key={line.id}
          memberId={memberId}
          line={line}
          number={at + 1}
          currency={currency}
          funds={data.funds}
          fault={faults[at]}
          change={(changed) => setLines(lines.map((one) => (one.id === line.id ? changed : one)))}
          remove={lines.length > 1 ? () => setLines(lines.filter(({ id }) => id !== line.id)) : undefined}
        />
      ))}
      <p className="row">
        {lines.length < 50 && (
          <Button size="sm" variant="default" onClick={add}>
            {t('orders.add-line')}
          </Button>
        )}
        <Button type="submit" size="sm" loading={write.isPending}>
          {t('orders.save')}
        </Button>
      </p>
      {faults.some((fault) => fault !== undefined) && (
        <p className="bad" role="alert">
          {t('orders.faulty')}
        </p>
      )}
      {write.error && <FailedNotice thrown={write.error} />}
    </form>
  );
};

/** The form of an order: vendor, lines with their prices, and the funds that pay. */
export const OrderForm = (props: Props) => {
  const t = useTranslate();
  const [year, setYear] = useState(props.order?.year);
  const { data, error, refetch } = useFunds(props.memberId, year);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={60} />;
  if (props.vendors.length === 0) return <p className="quiet">{t('orders.no-vendors')}</p>;
  return <Fields {...props} data={data} chooseYear={setYear} />;
};
