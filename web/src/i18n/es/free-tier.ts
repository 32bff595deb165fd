/** Los textos de la página: nivel gratuito. */
export const freeTier = {
  'free-tier.title': 'Nivel gratuito de AWS',
  'free-tier.none-adopted': 'No hay nada adoptado: el uso se calcula a precios de lista.',
  'free-tier.adopt-meaning':
    'El uso dentro del nivel gratuito no cuesta nada en los meses que empiezan después. Una cuenta de una organización comparte el nivel gratuito con otras.',
  'free-tier.always': 'Rige el nivel gratuito permanente',
  'free-tier.opened': 'La cuenta se abrió el',
  'free-tier.opened-hint': 'Añade el nivel gratuito de sus primeros doce meses; vacío: ninguno',
  'free-tier.day-fault': 'Escriba un día como 2027-06-30',
};
