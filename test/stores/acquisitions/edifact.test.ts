import { interchangeOf } from '../../../functions/acquisitions/domain/order-message.ts';
import { exampleOrder } from '../../../functions/acquisitions/schemas/orders.ts';
import { writeOrders } from '../../../layers/protocols/edifact/write-orders.ts';
import { tools } from '../../../local/tools.ts';
import { program } from '../../builders/handler-server.ts';
import { note } from '../../builders/note.ts';

test('a second independent implementation of EDIFACT, in Python, reads an order segment by segment', async () => {
  const script = [
    'import sys, json, base64',
    'try: from pydifact.segmentcollection import Interchange',
    'except ImportError: sys.exit(print("absent"))',
    'read = Interchange.from_str(base64.b64decode(sys.argv[1]).decode("latin-1"))',
    'print("JSON " + json.dumps([[s.tag, s.elements] for m in read.get_messages() for s in m.segments]))',
  ].join('\n');
  const title = "What's counted? A primer: one + one";
  const order = { ...exampleOrder, lines: exampleOrder.lines.map((line) => ({ ...line, title })) };
  const bytes = writeOrders(interchangeOf(order, { san: '1697536' }));
  const text = (await program(tools.python, ['-c', script, Buffer.from(bytes).toString('base64')])) ?? 'absent';
  if (text.trim() === 'absent') return note('skipped: pydifact does not read the order, as it is not installed');
  const segments: [string, unknown[]][] = JSON.parse(text.slice(text.indexOf('JSON ') + 5).split('\n')[0] ?? '');
  expect(segments).toContainEqual(['IMD', ['L', '050', ['', '', '', title]]]);
  expect(segments).toContainEqual(['QTY', [['21', '4']]]);
  expect(segments.map(([tag]) => tag).filter((tag) => tag === 'LIN')).toHaveLength(1);
});
