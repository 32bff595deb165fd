/** Cargos saldados de un lector, y pagos con sus recibos. */
export const settledBills = {
  'settled-bills.title': 'Cargos saldados',
  'settled-bills.none': 'No hay cargos saldados.',
  'settled-bills.history': 'Historial',
  'settled-bills.receipts': 'Pagos y recibos',
  'settled-bills.again': 'Volver a imprimir',
  'settled-bills.again-one': 'Volver a imprimir: recibo {receipt}',
} as const;
