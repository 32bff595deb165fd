import type { OnlinePayment, PaymentLine } from './online-payment.ts';

const amountOf = (lines: readonly PaymentLine[], billId: string): number =>
  lines.reduce((sum, line) => (line.billId === billId ? sum + line.amount : sum), 0);

/** Returns each line of a payment without what its refunds and its open or lost disputes have taken. */
const linesLeft = ({ lines, refunds, disputes }: OnlinePayment): PaymentLine[] => {
  const taken = [
    ...refunds.filter(({ state }) => state === 'posted'),
    ...disputes.filter(({ state }) => state !== 'won'),
  ].flatMap((one) => one.lines ?? []);
  return lines.map((line) => ({ ...line, amount: line.amount - amountOf(taken, line.billId) }));
};

const inOrder = (lines: readonly PaymentLine[], amount: number): PaymentLine[] => {
  let left = amount;
  return lines.map((line) => {
    const part = Math.max(Math.min(left, line.amount), 0);
    left -= part;
    return { ...line, amount: part };
  });
};

/**
 * Returns the parts of a payment's lines that an amount takes, at most what is left of them: first from bills with a credit (minor units by
 * bill), then from the lines in order.
 */
export const takeMoney = (
  payment: OnlinePayment,
  amount: number,
  credits: Readonly<Record<string, number>> = {},
): PaymentLine[] => {
  const left = linesLeft(payment);
  const first = inOrder(
    left.map((line) => ({ ...line, amount: Math.min(line.amount, credits[line.billId] ?? 0) })),
    amount,
  );
  const rest = inOrder(
    left.map((line) => ({ ...line, amount: line.amount - amountOf(first, line.billId) })),
    amount - first.reduce((sum, line) => sum + line.amount, 0),
  );
  return left.flatMap((line) => {
    const part = amountOf([...first, ...rest], line.billId);
    return part > 0 ? [{ ...line, amount: part }] : [];
  });
};
