/** The lock of a shared desk, and its field for a badge or code. */
export const deskLock = {
  'desk-lock.title': '¿Quién está en el mostrador?',
  'desk-lock.last':
    '{name} fue la última persona. Lo escrito se conserva para la misma persona; para otra, la página empieza de nuevo.',
  'desk-lock.pass': 'Credencial o código',
  'desk-lock.pass-meaning': 'Lea la credencial con el lector, o escriba las seis cifras y pulse Intro.',
  'desk-lock.show': 'Mostrar el código',
  'desk-lock.sign-in': 'En este mostrador: {name}',
  'problem.pass-refused': 'Nadie que trabaje en esta sede tiene esa credencial o ese código.',
  'problem.desk-locked':
    'Cinco credenciales o códigos erróneos: este mostrador no acepta ninguno durante un rato. La sesión completa sigue funcionando.',
  'problem.client-refused': 'Este dispositivo ya no es un mostrador compartido. Inicie sesión completa.',
  'problem.desk-clock': 'El reloj de este ordenador no va bien. Póngalo en hora e inténtelo de nuevo.',
} as const;
