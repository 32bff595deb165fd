import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { LibraryMessage } from '../../../layers/protocols/edifact/library-message.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { onOrderWrites } from '../data/on-order-store.ts';
import type { OrderDeps } from '../deps.ts';
import { orderNumbersIn } from '../domain/message-orders.ts';
import { strangerOf } from '../domain/message-sender.ts';
import { type Order, takesStep } from '../domain/order.ts';
import { isEncumbered } from '../domain/order-step.ts';
import {
  type AnswerRefusal,
  answeredOrder,
  answersOf,
  isAnswered,
  type OrderAnswer,
  referenceOf,
} from '../domain/vendor-answer.ts';
import type { LoadedAnswer } from '../schemas/answer-files.ts';
import { readVendorFile, refusedMessage } from './read-vendor-file.ts';
import { encumbrances } from './step-order.ts';

type Input = { memberId: string; asked: { vendor: string; base64: string }; by: string; now: number };

const isPlaced = ({ vendor, state }: Order, { asked }: Input): boolean =>
  vendor === asked.vendor && isEncumbered(state);

/** Writes the answers of a message to one order, unless it has them already. */
const write = (
  deps: OrderDeps,
  { memberId, by, now }: Input,
  message: LibraryMessage,
  { order: { orderId }, answers }: OrderAnswer,
): Promise<LoadedAnswer | AnswerRefusal> =>
  retryOnConflict(`The order ${orderId}`, async (): Promise<LoadedAnswer | AnswerRefusal | undefined> => {
    const [order, reference] = [await deps.orders.get({ memberId, orderId }), referenceOf(message)];
    if (!order) return undefined;
    const named = { reference: message.reference, type: message.type, number: message.document.number };
    const loaded = { ...named, orderId, order: order.number, lines: answers.size };
    if (isAnswered(order, reference)) return { ...loaded, isNew: false, cancelled: 0 };
    if (!takesStep(order) || !isEncumbered(order.state))
      return { code: 'too-many-steps', segment: message.place, detail: `${order.number} was changed meanwhile.` };
    const at = iso(now);
    const after = answeredOrder(order, answers, { by, at, reference });
    const encumbered = await encumbrances(deps, order, after);
    const audit = { subject: `member:${memberId}`, auditId: deps.ids.next('audit', now), at, by };
    const step = { act: 'answer', reference };
    const detail = { order: order.number, step, before: order.state, after: after.state };
    const beside = [...onOrderWrites(order, after), auditWrite({ ...audit, did: 'step-order', detail })];
    const cancelled = [...answers.values()].filter(({ act }) => act === 'cancelled').length;
    return (await deps.orders.put(after, encumbered, beside)) ? { ...loaded, isNew: true, cancelled } : undefined;
  });

/** Loads the answers of a vendor to orders from a file. The same file again changes nothing; what is refused is listed with its segment. */
export const loadAnswers = async (deps: OrderDeps, input: Input) => {
  const { memberId, asked, now } = input;
  const vendor = await deps.vendors.get({ memberId, code: asked.vendor });
  if (!vendor) return refuse('unknown-vendor', `There is no vendor ${asked.vendor}.`, '/body/vendor');
  const file = readVendorFile(asked.base64);
  if ('refused' in file) return file;
  const { messages, unread, sender } = file;
  const answers: LoadedAnswer[] = [];
  for (const message of messages) {
    const named = await deps.orders.ofNumbers(memberId, orderNumbersIn(message));
    const orders = new Map([...named].filter(([, order]) => isPlaced(order, input)));
    const found = strangerOf(message, { vendor, sender }) ?? answersOf(message, orders, iso(now).slice(0, 10));
    if ('code' in found) unread.push(refusedMessage(message, found));
    else
      for (const one of found) {
        const written = await write(deps, input, message, one);
        if ('code' in written) unread.push(refusedMessage(message, written));
        else answers.push(written);
      }
  }
  return answer({ answers, refused: unread });
};
