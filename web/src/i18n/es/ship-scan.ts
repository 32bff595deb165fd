import type { shipScan as english } from '../en/ship-scan.ts';

export const shipScan: Record<keyof typeof english, string> = {
  'ship-scan.label': 'Enviar leyendo el código',
  'ship-scan.hint':
    'Lea el código de un ejemplar de su biblioteca: se envía para la petición más antigua a la que responde.',
  'ship-scan.done': '«{title}» se envía a {library}.',
  'ship-scan.none':
    'Ninguna petición abierta pide el ejemplar {barcode}. Si se pidió solo por el título, envíelo en la página de su petición.',
  'ship-scan.not-catalogued':
    'Su biblioteca no tiene ningún ejemplar con el código {barcode}. Añada primero el ejemplar a su registro y vuelva a leerlo.',
  'ship-scan.add': 'Añadir un ejemplar',
};
