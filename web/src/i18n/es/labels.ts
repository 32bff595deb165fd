/** Printing labels of items. */
export const labels = {
  'labels.title': 'Etiquetas',
  'labels.meaning':
    'Etiquetas para el lomo, el bolsillo y el código de barras de los ejemplares, en hojas A4 o en rollo. Imprima sin márgenes y a tamaño real.',
  'labels.barcodes': 'Códigos de barras',
  'labels.barcodes-meaning':
    'Escanee uno tras otro o pegue una lista. Los ejemplares se leen tras Intro o al salir del campo.',
  'labels.kind': 'Etiqueta',
  'labels.spine': 'Lomo: signatura',
  'labels.pocket': 'Bolsillo: título, signatura, código de barras',
  'labels.barcode': 'Código de barras',
  'labels.layout': 'Etiquetas en',
  'labels.a4-24': 'A4, 24 etiquetas de 70 × 37 mm',
  'labels.a4-65': 'A4, 65 etiquetas de 38 × 21 mm',
  'labels.roll-50': 'Rollo, 50 × 30 mm',
  'labels.roll-25': 'Rollo, 25 × 38 mm',
  'labels.first': 'Empezar en la etiqueta',
  'labels.print': '{count, plural, =0 {Imprimir} one {Imprimir una etiqueta} other {Imprimir # etiquetas}}',
  'labels.missing': 'Ningún ejemplar tiene estos códigos: {barcodes}',
  'labels.failed': 'No se pudieron leer estos códigos: {barcodes}',
  'labels.cut': 'Una impresión tiene como máximo {most, number} etiquetas: los ejemplares siguientes quedan fuera.',
  'labels.sheet': 'Hoja {number}',
  'labels.of-change': 'Imprimir etiquetas de estos ejemplares',
} as const;
