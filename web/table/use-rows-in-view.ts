import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { MOST_DRAWN, rowsInView, viewOf, type Drawn, type View } from './rows-in-view.ts';

/**
 * The rows of a table to draw, as its frame is scrolled.
 *
 * @param frame  what scrolls; the table's body begins below its head
 */
export function useRowsInView(frame: RefObject<HTMLElement | null>, focus: number, count: number): readonly Drawn[] {
  const [view, setView] = useState<View>({ first: 0, last: MOST_DRAWN - 1 });
  const isLong = count > MOST_DRAWN;
  useLayoutEffect(() => {
    const element = frame.current;
    if (!isLong || element === null) return undefined;
    const look = () => {
      // The head covers as much of the body as it has moved it down.
      const next = viewOf(element.scrollTop, element.scrollTop + element.clientHeight, count);
      setView((before) => (before.first === next.first && before.last === next.last ? before : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [frame, isLong, count]);
  return rowsInView(view, focus, count);
}
