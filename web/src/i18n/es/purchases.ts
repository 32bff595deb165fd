import type { purchases as english } from '../en/purchases.ts';

/** What was bought without an order, in Spanish. */
export const purchases: Record<keyof typeof english, string> = {
  'purchase.new': 'Comprado sin pedido',
  'purchase.title-list': 'Comprado sin pedido',
  'purchase.meaning':
    'Un título de un recibo: se crea su ejemplar, su precio se gasta del fondo al momento y el título espera a un catalogador.',
  'purchase.title': 'Título',
  'purchase.author': 'Autor',
  'purchase.isbn': 'ISBN',
  'purchase.barcode': 'Código de barras',
  'purchase.seller': 'Comprado en',
  'purchase.price': 'Precio pagado, {currency}',
  'purchase.type': 'Tipo de ejemplar',
  'purchase.branch': 'Sucursal',
  'purchase.bought-on': 'Día del recibo',
  'purchase.photo': 'Foto del recibo',
  'purchase.save': 'Guardar la compra',
  'purchase.close': 'Listo',
  'purchase.made': '{title} está guardado: su ejemplar se puede prestar.',
  'purchase.missing': 'Rellene este campo.',
  'purchase.bad-isbn': 'Un ISBN tiene 10 o 13 cifras.',
  'purchase.none': 'No se compró nada sin pedido.',
  'purchase.bought': 'Comprado',
  'purchase.paid': 'Pagado',
  'purchase.receipt': 'Recibo',
  'purchase.undo': 'Deshacer',
  'purchase.undo-title': 'Deshacer la compra de {title}',
  'purchase.undo-meaning':
    'El dinero de {title} vuelve a estar libre. Su ejemplar permanece: retírelo en el catálogo. El motivo queda con la compra.',
  'purchase.undone': 'Deshecha: {reason}',
  'problem.bought-later': 'El día del recibo está en el futuro.',
  'problem.needs-an-order': 'Cuesta más de {limit}; por encima, otra persona lo aprueba: haga un pedido.',
  'problem.not-a-photo': 'No se puede leer la foto: elija un JPEG o tómela de nuevo.',
  'problem.unknown-purchase': 'La biblioteca no tiene esa compra.',
  'problem.already-undone': 'Ya se deshizo.',
};
