import { useEffect, useState } from 'preact/hooks';
import { usePageWords } from '../languages/language.ts';
import type { Page } from '../state/page.ts';

/** Opens files that are dropped anywhere on the page, and shows that it would while one is dragged over it. */
export function DropZone({ page }: { readonly page: Page }) {
  const words = usePageWords().scenario;
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      // Over a place that takes files of its own, such as a table.
      if (event.defaultPrevented) return setIsOver(false);
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      setIsOver(false);
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      page.drop(files);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [page]);
  return isOver ? <div class="drop">{words.drop}</div> : null;
}
