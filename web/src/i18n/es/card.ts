/** The page of the library card. */
export const card = {
  'card.title': 'Mi carné de la biblioteca',
  'card.until': 'Válido hasta el {date}',
  'card.sign-in': 'Inicie sesión para ver su carné.',
  'card.store': 'Guardar el carné en este dispositivo',
  'card.store-meaning':
    'Se abre aquí sin red y sin iniciar sesión. Solo en un dispositivo propio; al cerrar la sesión se elimina.',
  'card.stored':
    'El carné está guardado en este dispositivo: se abre sin red. Añada esta página a la pantalla de inicio de su teléfono para abrirlo como una aplicación.',
  'card.remove': 'Quitar el carné de este dispositivo',
  'card.to-apple': 'Añadir a Apple Wallet',
  'card.to-google': 'Añadir a Google Wallet',
  'card.google-meaning': 'Google recibe su nombre, su biblioteca y el número del carné.',
  'problem.wallet-not-offered': 'Su consorcio no ofrece carnés para esta cartera.',
} as const;
