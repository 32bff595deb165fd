/** Lo que muestra la página de inicio bajo la búsqueda. */
export const home = {
  'home.library': 'Su biblioteca',
  'home.library-meaning': 'Sus ejemplares aparecen primero. Puede no elegir ninguna.',
  'home.no-library': 'Ninguna biblioteca elegida',
  'home.libraries': 'Las bibliotecas',
  'home.branches': '{count, plural, one {# sede} other {# sedes}}',
  'home.on-request': 'Presta a otras a petición',
  'home.my-loans':
    '{count, plural, =0 {No tiene nada en préstamo} one {Tiene # título en préstamo} other {Tiene # títulos en préstamo}}',
  'home.my-late': '{count} con retraso',
  'home.my-due': '{count, plural, one {# vence hoy} other {# vencen hoy}}',
  'home.my-ready': '{count, plural, one {# listo para recoger} other {# listos para recoger}}',
  'home.new-at': 'Novedades en {name}',
  'home.new': 'Novedades en todas las bibliotecas',
  'home.all-new': 'Todas las novedades',
  'home.on-loan': 'Prestado',
  'home.today-at': 'Hoy en {name}',
};
