import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { fileInBase64 } from '../../../api/file-base64.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { placeTime, usePlaceZone } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { FundChoice } from '../funds/fund-choice.tsx';
import { type Funds, useFunds } from '../funds/funds.ts';
import { type PurchaseBody, useBuyItem } from './purchases.ts';
import { shrinkPhoto } from './shrink-photo.ts';

const texts = ['title', 'author', 'isbn', 'barcode', 'seller'] as const;
type Text = (typeof texts)[number];
const lengths: Record<Text, number> = { title: 300, author: 200, isbn: 20, barcode: 40, seller: 100 };
const emptyTexts: Record<Text, string> = { title: '', author: '', isbn: '', barcode: '', seller: '' };

type Entered = Record<Text, string> & { price: string; fund: string; boughtOn: string; branchId: string; type: string };
type Fault = 'title' | 'isbn' | 'price' | 'fund' | 'barcode';

/** Returns what of the form cannot be sent. */
const faultsOf = ({ title, isbn, fund, barcode }: Entered, price: number | undefined): Fault[] => {
  const found: Record<Fault, boolean> = {
    title: title === '',
    isbn: isbn !== '' && !/^(?:\d{9}[\dX]|\d{13})$/.test(isbn),
    price: price === undefined || price < 0,
    ...{ fund: fund === '', barcode: barcode === '' },
  };
  return (['title', 'isbn', 'price', 'fund', 'barcode'] as const).filter((fault) => found[fault]);
};

const cleaned = (entered: Entered): Entered => {
  const trimmed = Object.fromEntries(texts.map((name) => [name, entered[name].trim()]));
  return { ...entered, ...trimmed, isbn: entered.isbn.replace(/[\s-]/g, '').toUpperCase() };
};

const bodyOf = ({ title, author, isbn, barcode, seller, type, ...rest }: Entered, year: string, price: number) => ({
  ...{ year, price, title, barcode, location: '', category: type },
  ...{ fund: rest.fund, boughtOn: rest.boughtOn, branchId: rest.branchId },
  ...(author !== '' && { author }),
  ...(isbn !== '' && { isbn }),
  ...(seller !== '' && { seller }),
});

type Props = { memberId: string; done: () => void };

const Fields = ({ memberId, data, done }: Props & { data: Funds }) => {
  const t = useTranslate();
  const { minor } = useFormat();
  const today = placeTime(usePlaceZone(), new Date()).day;
  const { members } = useDirectory();
  const { branches = [], names } = members.find((one) => one.memberId === memberId) ?? {};
  const types = names?.itemTypes ?? [];
  const year = data.years.find((one) => one.year === data.year);
  const buy = useBuyItem(memberId);
  const photo = useRef<HTMLInputElement>(null);
  const [isUnreadable, setIsUnreadable] = useState(false);
  const [entered, setEntered] = useState<Entered>({
    ...{ ...emptyTexts, price: '', fund: '', boughtOn: today },
    ...{ branchId: branches[0]?.branchId ?? '', type: types[0]?.code ?? 'general' },
  });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [made, setMade] = useState('');
  const set = (over: Partial<Entered>): void => setEntered({ ...entered, ...over });
  const send = async (body: PurchaseBody): Promise<void> => {
    const file = photo.current?.files?.[0];
    setIsUnreadable(false);
    const shrunk = file && (await shrinkPhoto(file).catch(() => undefined));
    if (file && !shrunk) return setIsUnreadable(true);
    buy.mutate(shrunk ? { ...body, photo: await fileInBase64(shrunk) } : body, {
      onSuccess: () => {
        setMade(body.title);
        // The next title of the same receipt has the same fund, day and shop.
        setEntered({ ...entered, ...emptyTexts, seller: entered.seller, price: '' });
        if (photo.current) photo.current.value = '';
      },
    });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const clean = cleaned(entered);
    const price = minor(clean.price, year?.currency ?? '');
    const found = faultsOf(clean, price);
    setFaults(found);
    if (found.length === 0 && price !== undefined && year) void send(bodyOf(clean, year.year, price));
  };
  if (!year) return <p className="quiet">{t('funds.no-year')}</p>;
  const text = (name: Text) => (
    <TextInput
      size="sm"
      autoFocus={name === 'title'}
      label={t(`purchase.${name}`)}
      maxLength={lengths[name]}
      value={entered[name]}
      error={faults.some((fault) => fault === name) && t(name === 'isbn' ? 'purchase.bad-isbn' : 'purchase.missing')}
      onChange={({ currentTarget: { value } }) => set({ [name]: value })}
    />
  );
  return (
    <form className="stack" aria-label={t('purchase.new')} onSubmit={submit} noValidate>
      <p className="quiet">{t('purchase.meaning')}</p>
      <div className="order-fields">
        <div className="order-title">{text('title')}</div>
        {text('author')}
        {text('isbn')}
        <TextInput
          size="sm"
          inputMode="decimal"
          maxLength={16}
          label={t('purchase.price', { currency: year.currency })}
          value={entered.price}
          error={faults.includes('price') && t('funds.bad-amount')}
          onChange={({ currentTarget: { value } }) => set({ price: value })}
        />
        <FundChoice
          label={t('orders.fund')}
          none={t('funds.choose')}
          description={faults.includes('fund') ? t('purchase.missing') : undefined}
          funds={data.funds}
          value={entered.fund}
          onChange={(fund) => set({ fund })}
        />
        {text('barcode')}
        {types.length > 0 && (
          <NativeSelect
            size="sm"
            label={t('purchase.type')}
            data={types.map(({ code, name }) => ({ value: code, label: name }))}
            value={entered.type}
            onChange={({ currentTarget: { value } }) => set({ type: value })}
          />
        )}
        {branches.length > 1 && (
          <NativeSelect
            size="sm"
            label={t('purchase.branch')}
            data={branches.map(({ branchId, name }) => ({ value: branchId, label: name }))}
            value={entered.branchId}
            onChange={({ currentTarget: { value } }) => set({ branchId: value })}
          />
        )}
        {text('seller')}
        <TextInput
          size="sm"
          type="date"
          label={t('purchase.bought-on')}
          max={today}
          value={entered.boughtOn}
          onChange={({ currentTarget: { value } }) => set({ boughtOn: value })}
        />
      </div>
      <label className="stack">
        {t('purchase.photo')}
        <input ref={photo} type="file" accept="image/*" capture="environment" />
      </label>
      {isUnreadable && (
        <p className="bad" role="alert">
          {t('problem.not-a-photo')}
        </p>
      )}
      <p className="row">
        <Button type="submit" size="sm" loading={buy.isPending}>
          {t('purchase.save')}
        </Button>
        <Button size="sm" variant="default" onClick={done}>
          {t('purchase.close')}
        </Button>
      </p>
      <p role="status">{made !== '' && t('purchase.made', { title: made })}</p>
      {buy.error && <FailedNotice thrown={buy.error} />}
    </form>
  );
};

/** The form of what was bought without an order: one title of a receipt, its price, its fund and the barcode of its item. */
export const PurchaseForm = (props: Props) => {
  const { data, error, refetch } = useFunds(props.memberId, undefined);
  const { members } = useDirectory();
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  // The branches and types of items are known once the directory is there.
  if (!data || members.length === 0) return <Waiting rows={3} height={60} />;
  return <Fields {...props} data={data} />;
};
