import { useLayoutEffect, useState } from 'preact/hooks';
import type { Cell } from './cell.ts';

/** The value of a cell; the component is drawn again when it changes. */
export function useCell<T>(cell: Cell<T>): T {
  const [value, setValue] = useState<{ readonly of: T }>({ of: cell.get() });
  useLayoutEffect(() => {
    const look = () => setValue((shown) => (Object.is(shown.of, cell.get()) ? shown : { of: cell.get() }));
    look(); // it may have changed between drawing and watching
    return cell.watch(look);
  }, [cell]);
  return value.of;
}
