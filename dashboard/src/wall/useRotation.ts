import { useEffect, useState } from 'preact/hooks';

/** Which slide is shown, whether they move on by themselves, and how to change either. */
export interface Rotation {
  index: number;
  isPaused: boolean;
  move: (by: number) => void;
  pause: () => void;
}

/** Goes through slides for ever. Arrow keys move, the space bar pauses. */
export function useRotation(slides: number, seconds: number): Rotation {
  const [at, setAt] = useState(0);
  const [isPaused, setPaused] = useState(false);
  const move = (by: number) => setAt((before) => before + by);
  const pause = () => setPaused((before) => !before);

  useEffect(() => {
    if (isPaused) return;
    const timer = setInterval(() => move(1), seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds, isPaused]);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'ArrowRight') move(1);
      else if (event.key === 'ArrowLeft') move(-1);
      else if (event.key === ' ' && event.target === document.body) pause();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);

  return { index: slides === 0 ? 0 : ((at % slides) + slides) % slides, isPaused, move, pause };
}
