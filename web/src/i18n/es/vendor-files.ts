import type { vendorFiles as english } from '../en/vendor-files.ts';

/** Files of vendors: why a message is refused, in Spanish. */
export const vendorFiles: Record<keyof typeof english, string> = {
  'file-refused.whole': 'El archivo',
  'file-refused.segment': 'Segmento {segment}.',
  'file-refused.line': 'Línea {line}.',
  'file-refused.not-edifact': 'No es un archivo EDIFACT.',
  'file-refused.too-large': 'Es demasiado grande.',
  'file-refused.counts-differ': 'Sus cuentas de segmentos o líneas no son correctas.',
  'file-refused.references-differ': 'Sus referencias difieren al principio y al final.',
  'file-refused.not-library-profile': 'No está en el perfil bibliotecario de D.96A.',
  'file-refused.bad-segment': 'Un segmento no se puede leer.',
  'file-refused.bad-values': 'Un valor está fuera de los límites.',
  'file-refused.not-an-invoice': 'No es una factura.',
  'file-refused.other-vendor': 'Es de otro proveedor.',
  'file-refused.other-account': 'Es para la cuenta de otra biblioteca.',
  'file-refused.several-years': 'Sus pedidos son de varios ejercicios.',
  'file-refused.no-such-order-line':
    'No nombra ninguna línea de un pedido hecho a este proveedor: una factura sin pedido necesita un fondo.',
  'file-refused.unfit-order-line':
    'No nombra ninguna línea de un pedido hecho a este proveedor: una factura sin pedido necesita un fondo.',
  'file-refused.no-rate': 'Está en otra moneda, y ningún pedido suyo indica el tipo de cambio.',
  'file-refused.unknown-fiscal-year': 'No existe ese ejercicio.',
  'file-refused.unknown-vendor': 'No existe ese proveedor.',
  'file-refused.unknown-fund': 'El ejercicio no tiene ese fondo.',
  'file-refused.invoice-number-used': 'Otra factura de este proveedor y ejercicio tiene ese número.',
  'file-refused.bad-copies': 'Una línea no tiene ejemplares.',
  'file-refused.percents-differ': 'Las partes de sus fondos no suman el 100 %.',
  'file-refused.same-share': 'Dos partes de una línea nombran el mismo fondo.',
  'file-refused.price-too-high': 'Una línea cuesta más de lo que permite una factura.',
  'file-refused.too-many-postings': 'Es para más de 15 fondos o 15 pedidos.',
  'file-refused.unknown-vendor-invoice': 'Ha cambiado entretanto: cargue el archivo otra vez.',
  'file-refused.changed-meanwhile': 'Ha cambiado entretanto: cargue el archivo otra vez.',
  'file-refused.invoice-state': 'Ha cambiado entretanto: cargue el archivo otra vez.',
  'file-refused.too-many-steps': 'Ha cambiado entretanto: cargue el archivo otra vez.',
  'problem.too-many-messages': 'Un archivo tiene como máximo 100 mensajes: cárguelo por partes.',
  'file-refused.not-an-answer': 'No es una respuesta a un pedido.',
};
