import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Whether all of an element is in the window, as it is scrolled; taken to be before it is known. */
export function useInView(element: RefObject<HTMLElement | null>): boolean {
  const [isInView, setInView] = useState(true);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => setInView(entry!.isIntersecting), { threshold: 1 });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element]);
  return isInView;
}
