/** Los datos de un miembro que cambia quien administra. */
export const memberDetails = {
  'member-details.title': 'Cambiar una biblioteca',
  'member-details.meaning': 'Su nombre corto se mantiene. Los lectores ven el nombre nuevo enseguida.',
  'member-details.member': 'Biblioteca',
  'member-details.name': 'Nombre',
  'member-details.type': 'Tipo',
  'member-details.fiscal-year': 'El año fiscal empieza en',
  'member-details.fiscal-year-meaning':
    'Los presupuestos y las liquidaciones anuales lo siguen desde ahora; los meses cerrados no cambian.',
  'member-details.on-request': 'Presta a petición',
  'member-details.on-request-meaning':
    'Los ejemplares van a otras bibliotecas solo si esta biblioteca lo acepta cada vez.',
  'member-details.save': 'Guardar los datos',
  'member-details.saved': 'Los datos están guardados.',
};
