const place = 'concord.sound';
let audio: AudioContext | undefined;

/** Whether sound is on at this desk; on by default. */
export const isSoundOn = (): boolean => localStorage.getItem(place) !== 'off';
/** Switches the sound of this browser on or off. */
export const setSound = (isOn: boolean): void => localStorage.setItem(place, isOn ? 'on' : 'off');

const tone = (context: AudioContext, hertz: number, from: number, seconds: number): void => {
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = hertz;
  volume.gain.setValueAtTime(0.12, from);
  volume.gain.exponentialRampToValueAtTime(0.001, from + seconds);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(from);
  oscillator.stop(from + seconds);
};

/** Plays one high tone for success, two low ones for a refusal, so that staff need not look at the screen. */
export const beep = (good: boolean): void => {
  if (!isSoundOn()) return;
  audio ??= new AudioContext();
  const { currentTime } = audio;
  if (good) tone(audio, 880, currentTime, 0.12);
  else for (const at of [0, 0.2]) tone(audio, 196, currentTime + at, 0.16);
};
